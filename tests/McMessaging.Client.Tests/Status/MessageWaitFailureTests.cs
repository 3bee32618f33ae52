using McMessaging.Client.Tests.Support;
using McMessaging.Serialization;
using static McMessaging.Client.Tests.Support.Waits;

namespace McMessaging.Client.Tests.Status;

public sealed class MessageWaitFailureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(259_201)]
    public async Task A_time_without_sense_is_refused(int seconds)
    {
        using var connection = await FakeService.Always(SentResponse).ConnectAsync();

        var error = Assert.Throws<McException>(
            () => new MessageWait(connection, TimeSpan.FromSeconds(seconds)));

        Assert.Equal("InvalidWaitTimeout", error.ErrorId);
    }

    [Fact]
    public async Task A_message_still_queued_when_the_time_is_over_says_so()
    {
        var service = Responding(key => key == "late" ? QueuedResponse : SentResponse);

        var results = await WaitAsync(service, ["late", "prompt"], TimeSpan.FromSeconds(60));

        var late = results.Single(result => result.Status.MessageKey == "late");
        Assert.Equal(MessageState.Queued, late.Status.State);
        Assert.Equal("WaitTimedOut", late.Error?.ErrorId);
        Assert.Equal(McErrorCategory.OperationTimeout, late.Error?.Category);
        Assert.Contains("still queued", late.Error?.Message, StringComparison.Ordinal);
        Assert.Null(results.Single(result => result.Status.MessageKey == "prompt").Error);
    }

    [Fact]
    public async Task A_message_that_the_service_does_not_know_yet_is_asked_for_again()
    {
        var service = new FakeService(request => request.Number < 3
            ? Faults.Error(404, 30003, "FuelRuntime_ObjectNotFound")
            : FakeResponse.Json(200, SentResponse));

        var result = Assert.Single(await WaitAsync(service, ["k"], FiveMinutes));

        Assert.Null(result.Error);
        Assert.Equal(MessageState.Sent, result.Status.State);
    }

    [Fact]
    public async Task A_message_that_the_service_never_knows_times_out_with_that_reason()
    {
        var service = new FakeService(_ => Faults.Error(404, 30003, "FuelRuntime_ObjectNotFound"));

        var result = Assert.Single(await WaitAsync(service, ["k"], TimeSpan.FromSeconds(60)));

        Assert.Equal(MessageState.Unknown, result.Status.State);
        Assert.Contains("does not know", result.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(404, result.Error?.HttpStatus);
    }

    [Fact]
    public async Task A_refused_question_fails_for_its_message_alone()
    {
        var service = Responding(_ => SentResponse);

        var results = await WaitAsync(service, ["good", ".."], FiveMinutes);

        Assert.Equal("KeyNotUsableInAddress", results.Single(result => result.Error is not null).Error?.ErrorId);
        Assert.Equal(MessageState.Sent, results.Single(result => result.Error is null).Status.State);
    }

    [Fact]
    public async Task Refused_credentials_end_the_wait_after_the_results_that_were_there()
    {
        FakeService service = new(request => request.Path.EndsWith("/2", StringComparison.Ordinal)
            ? Faults.Error(403, 20002, "no")
            : FakeResponse.Json(200, SentResponse));
        using var connection = await service.ConnectAsync(new VirtualTime(TimeSpan.FromSeconds(31)));
        var seen = new List<MessageWaitResult>();

        var error = await Assert.ThrowsAsync<McException>(async () =>
        {
            await foreach (var result in new MessageWait(connection, FiveMinutes)
                .RunAsync(References(["1", "2", "3"]), CancellationToken.None))
            {
                seen.Add(result);
            }
        });

        Assert.Equal(McErrorCategory.PermissionDenied, error.Category);
        Assert.Equal(["1", "3"], seen.Select(result => result.Status.MessageKey));
    }

    [Fact]
    public async Task A_rate_limit_longer_than_the_time_ends_with_the_time()
    {
        var time = new VirtualTime(TimeSpan.FromSeconds(31));
        var noted = new TaskCompletionSource();
        var service = FakeService.Always("""{"errorcode":50100,"retryAfter":3600}""", 429);
        using var connection = await service.ConnectAsync(time);
        var messages = new MessageWait(connection, FiveMinutes, null, _ => noted.TrySetResult());

        var wait = CollectAsync(messages, References(["k"]));
        await noted.Task;
        time.Advance(FiveMinutes);

        var result = Assert.Single(await wait);
        Assert.Equal("WaitTimedOut", result.Error?.ErrorId);
        Assert.Equal(429, result.Error?.HttpStatus);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_question_without_a_response_ends_with_the_time()
    {
        var isAsked = new TaskCompletionSource();
        var time = new VirtualTime(TimeSpan.FromSeconds(31));
        var service = new FakeService(async (_, stop) =>
        {
            isAsked.TrySetResult();
            return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(stop);
        });
        using var connection = await service.ConnectAsync(time);

        var wait = CollectAsync(new MessageWait(connection, TimeSpan.FromSeconds(10)), References(["k"]));
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(10));

        var result = Assert.Single(await wait.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("WaitTimedOut", result.Error?.ErrorId);
    }

    [Fact]
    public void There_is_no_wait_without_a_connection() =>
        Assert.Throws<ArgumentNullException>("connection", () => new MessageWait(null!, FiveMinutes));

    [Fact]
    public async Task A_passing_failure_of_the_service_is_waited_out()
    {
        var service = new FakeService(request => request.Number <= 5
            ? FakeResponse.Text(500, "trouble")
            : FakeResponse.Json(200, SentResponse));

        var result = Assert.Single(await WaitAsync(service, ["k"], FiveMinutes));

        Assert.Null(result.Error);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        var service = new FakeService(_ =>
        {
            stop.Cancel();
            return FakeResponse.Json(200, QueuedResponse);
        });
        using var connection = await service.ConnectAsync(new VirtualTime(TimeSpan.FromSeconds(31)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CollectAsync(new MessageWait(connection, FiveMinutes), References(["k"]), stop.Token));

        Assert.Single(service.Requests);
    }
}
