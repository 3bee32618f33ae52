using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

/// <summary>Whoever may not ask is told what is missing.</summary>
public sealed class StatusPermissionTests : IDisposable
{
    private readonly FakeService _service = new(_ => Faults.Error(403, 20002, "no"));

    [Theory]
    [InlineData(MessageChannel.Email, "the scope email_read, wait")]
    [InlineData(MessageChannel.Sms, "the scope sms_read and tracking_events_read, wait")]
    public async Task For_the_state_of_a_message(MessageChannel channel, string scope)
    {
        using var connection = await _service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() =>
            new MessageStatuses(connection).GetAsync(channel, "k-1", CancellationToken.None));

        Assert.Contains(scope, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageChannel.Email, "the scope email_read, wait")]
    [InlineData(MessageChannel.Sms, "the scope sms_read, wait")]
    public async Task For_the_messages_not_sent(MessageChannel channel, string scope)
    {
        using var connection = await _service.ConnectAsync();
        await using var messages = new NotSentMessages(connection)
            .ListAsync(channel, null, null, CancellationToken.None).GetAsyncEnumerator();

        var error = await Assert.ThrowsAsync<McException>(async () => await messages.MoveNextAsync());

        Assert.Contains(scope, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_triggered_send()
    {
        using var connection = await _service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() =>
            new TriggeredSendStatuses(connection).GetByKeyAsync("key", "id", CancellationToken.None));

        Assert.Contains("the scope email_read, wait", error.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();
}
