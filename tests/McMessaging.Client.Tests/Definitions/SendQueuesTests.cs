using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Definitions;

public sealed class SendQueuesTests
{
    [Theory]
    [InlineData("""{"requestId":"r","count":12,"ageSeconds":90}""", 12L, 90.0)]
    [InlineData("""{"RequestID":"r","Count":"5000000000","AgeSeconds":"1.5","new":1}""", 5000000000L, 1.5)]
    [InlineData("""{"count":null}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task A_queue_tells_how_many_wait_and_how_long(string json, long? count, double? seconds)
    {
        var service = FakeService.Always(json);
        using var connection = await service.ConnectAsync();

        var queue = await new SendQueues(connection)
            .GetAsync(MessageChannel.Sms, "code 1", CancellationToken.None);

        Assert.Equal("/messaging/v1/sms/definitions/code%201/queue", Assert.Single(service.Paths));
        Assert.Equal(count, queue.Count);
        Assert.Equal(seconds, queue.Age?.TotalSeconds);
        Assert.Equal("code 1", queue.DefinitionKey);
        Assert.Equal(count is null ? null : "r", queue.RequestId);
    }

    [Fact]
    public async Task A_queue_is_cleared()
    {
        var service = FakeService.Always("""{"requestId":"r","message":"Queued"}""");
        using var connection = await service.ConnectAsync();

        await new SendQueues(connection).ClearAsync(MessageChannel.Email, "welcome", CancellationToken.None);

        var request = Assert.Single(service.Requests);
        Assert.Equal("DELETE", request.Method);
        Assert.Equal("/messaging/v1/email/definitions/welcome/queue", request.Path);
    }

    [Fact]
    public async Task The_queue_of_an_active_definition_cannot_be_cleared_and_the_error_says_why()
    {
        var service = new FakeService(_ => Faults.Error(
            400, 30001, "MCMS_UTM_Runtime_InvalidOperation: Definition status must be inactive to delete queue"));
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendQueues(connection)
            .ClearAsync(MessageChannel.Email, "welcome", CancellationToken.None));

        Assert.Equal(McErrorCategory.InvalidOperation, error.Category);
        Assert.Equal(30001, error.ErrorCode);
        Assert.Contains("inactive", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }
}
