using McMessaging.Client.Tests.Support;
using static McMessaging.Client.Tests.Support.Waits;

namespace McMessaging.Client.Tests.Status;

public sealed class MessageWaitTests
{
    [Fact]
    public async Task Each_message_has_one_result_once_its_state_is_final()
    {
        var asked = new Dictionary<string, int>();
        var service = Responding(key =>
        {
            asked[key] = asked.GetValueOrDefault(key) + 1;
            return asked[key] < int.Parse(key) ? QueuedResponse : key == "3" ? NotSentResponse : SentResponse;
        });

        var results = await WaitAsync(service, ["1", "2", "3", "4", "5"], FiveMinutes);

        Assert.Equal(["1", "2", "3", "4", "5"], results.Select(result => result.Status.MessageKey));
        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(MessageState.NotSent, results[2].Status.State);
        Assert.Equal(24, results[2].Status.StatusCode);
        Assert.Equal(1 + 2 + 3 + 4 + 5, service.Requests.Count);
    }

    [Fact]
    public async Task Rests_grow_to_thirty_seconds_and_leave_time_for_a_last_round()
    {
        var time = new VirtualTime(TimeSpan.FromSeconds(31));

        await WaitAsync(Responding(_ => QueuedResponse), ["k"], TimeSpan.FromSeconds(150), time);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30, 27], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_rate_limit_halts_all_questions_for_as_long_as_the_service_says()
    {
        var time = new VirtualTime(TimeSpan.FromSeconds(31));
        var service = new FakeService(request => request.Number == 1
            ? Faults.Error(429, 50100, "Rate limit exceeded")
            : FakeResponse.Json(200, SentResponse));

        var results = await WaitAsync(service, ["1", "2", "3"], FiveMinutes, time);

        Assert.Equal(3, results.Count(result => result.Status.State == MessageState.Sent));
        Assert.Contains(TimeSpan.FromSeconds(5), time.Waits);
    }

    [Fact]
    public async Task A_message_given_twice_is_waited_for_once_and_channels_differ()
    {
        var service = Responding(_ => SentResponse);
        using var connection = await service.ConnectAsync(new VirtualTime(TimeSpan.FromSeconds(31)));
        MessageReference[] messages =
        [
            new(MessageChannel.Email, "k"), new(MessageChannel.Email, "k"), new(MessageChannel.Sms, "k"),
        ];

        var results = await CollectAsync(new MessageWait(connection, FiveMinutes), messages);

        Assert.Equal([MessageChannel.Email, MessageChannel.Sms], results.Select(result => result.Status.Channel));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_subscriber_who_is_blacked_out_is_waited_for()
    {
        const string BlackedOut =
            """{"eventCategoryType":"TransactionalSendEvents.EmailNotSent","info":{"statusCode":25}}""";
        var asked = 0;
        var service = Responding(key => key == "never" || ++asked < 3 ? BlackedOut : SentResponse);

        var results = await WaitAsync(service, ["later", "never"], FiveMinutes);

        Assert.Equal(MessageState.Sent, results[0].Status.State);
        Assert.Equal(MessageState.NotSent, results[1].Status.State);
        Assert.Equal("WaitTimedOut", results[1].Error!.ErrorId);
        Assert.Contains("it is sent later", results[1].Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("end again", results[1].Error!.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_to_the_end()
    {
        var progress = new List<MessageWaitProgress>();
        var service = Responding(key => key == "7" ? NotSentResponse : SentResponse);
        using var connection = await service.ConnectAsync(new VirtualTime(TimeSpan.FromSeconds(31)));
        var keys = Enumerable.Range(1, 9).Append(0).Select(i => i == 0 ? ".." : i.ToString()).ToArray();

        await CollectAsync(new MessageWait(connection, FiveMinutes, null, progress.Add), References(keys));

        Assert.Equal((10, 8, 1, 1, 0), Counts(progress[^1]));
        var waiting = progress.Select(state => state.Waiting).ToArray();
        Assert.Equal(waiting.OrderDescending(), waiting);
        Assert.All(progress, state => Assert.Equal(FiveMinutes, state.Timeout));
    }

    [Fact]
    public async Task Nothing_to_wait_for_asks_nothing()
    {
        var service = Responding(_ => SentResponse);

        Assert.Empty(await WaitAsync(service, [], FiveMinutes));
        Assert.Empty(service.Requests);
    }

    private static (int, int, int, int, int) Counts(MessageWaitProgress progress) =>
        (progress.Total, progress.Sent, progress.NotSent, progress.Failed, progress.Waiting);
}
