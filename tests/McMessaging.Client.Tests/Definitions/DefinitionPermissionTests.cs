using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Definitions;

/// <summary>Whoever may not read or change definitions and queues is told what is missing.</summary>
public sealed class DefinitionPermissionTests
{
    [Theory]
    [InlineData(MessageChannel.Email, "email")]
    [InlineData(MessageChannel.Sms, "sms")]
    public async Task To_read_and_to_change_take_a_scope_each(MessageChannel channel, string name)
    {
        var none = CancellationToken.None;
        using var connection = await new FakeService(_ => Faults.Error(403, 20002, "no")).ConnectAsync();
        var definitions = new SendDefinitions(connection);
        var queues = new SendQueues(connection);
        var change = new SendDefinitionChange { Name = "n" };
        await using var list = definitions.ListAsync(channel, new DefinitionFilter(), none).GetAsyncEnumerator(none);
        (string Scope, Func<Task> Call)[] calls =
        [
            ("read", () => definitions.GetAsync(channel, "k", none)),
            ("read", async () => await list.MoveNextAsync()),
            ("read", () => queues.GetAsync(channel, "k", none)),
            ("write", () => definitions.CreateAsync(channel, "k", change, none)),
            ("write", () => definitions.UpdateAsync(channel, "k", change, none)),
            ("write", () => definitions.DeleteAsync(channel, "k", none)),
            ("write", () => queues.ClearAsync(channel, "k", none)),
        ];

        foreach (var (scope, call) in calls)
        {
            var error = await Assert.ThrowsAsync<McException>(call);
            Assert.Contains($"the scope {name}_{scope}, wait", error.RecommendedAction, StringComparison.Ordinal);
        }
    }
}
