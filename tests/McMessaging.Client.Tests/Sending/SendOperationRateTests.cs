using System.Collections.Concurrent;
using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Sending;

public sealed class SendOperationRateTests : JournalTest
{
    private readonly List<(DateTimeOffset At, int Recipients)> _begun = [];

    [Theory]
    [InlineData(600, 3000, 4)]
    [InlineData(60, 200, 1)]
    [InlineData(7, 25, 4)]
    public async Task Never_more_recipients_begin_in_any_minute_and_all_are_sent(
        int perMinute, int people, int throttleLimit)
    {
        var options = Rated(perMinute) with { ThrottleLimit = throttleLimit };

        var host = await Sends.RunAsync(Recording(), options, Sends.People(people), Time);

        Assert.Equal(people, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        AssertNeverMore(perMinute);
        Assert.All(host.Progress, progress => Assert.Contains($"at most {perMinute} a minute", $"{progress}"));
    }

    [Fact]
    public async Task Triggered_sends_keep_to_it_too()
    {
        var host = await Sends.RunAsync(
            Recording(), Sends.Triggered() with { RecipientsPerMinute = 30 }, Sends.People(100), Time);

        Assert.Equal(100, host.Results.Count);
        AssertNeverMore(30);
    }

    [Fact]
    public async Task A_retry_counts_as_what_it_is_more_recipients_that_begin()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        var service = Recording(request => seen.TryAdd(request.Body, true) ? Faults.Error(500, 0, "no") : null);

        var host = await Sends.RunAsync(
            service, Rated(60) with { ThrottleLimit = 4, RetryTimeout = TimeSpan.FromSeconds(300) }, Sends.People(200),
            Time);

        Assert.Equal(200, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Equal(400, _begun.Sum(begun => begun.Recipients));
        AssertNeverMore(60);
    }

    [Fact]
    public async Task A_recipient_counts_from_the_end_of_a_slow_request_that_may_have_arrived_late()
    {
        var service = Recording(_ =>
        {
            Time.Advance(TimeSpan.FromSeconds(40));
            _begun[^1] = (Time.GetUtcNow(), 1);
            return null;
        });

        await Sends.RunAsync(
            service, Rated(1) with { ThrottleLimit = 1, Timeout = TimeSpan.FromMinutes(5) }, Sends.People(3), Time);

        Assert.Equal(3, _begun.Count);
        for (var i = 1; i < 3; i++)
        {
            Assert.InRange(_begun[i].At - _begun[i - 1].At, TimeSpan.FromSeconds(100), TimeSpan.MaxValue);
        }
    }

    [Fact]
    public async Task Waiting_for_the_rate_is_not_part_of_a_requests_time()
    {
        var failed = 0;
        var service = Recording(request => ++failed <= 3 ? Faults.Error(500, 0, "no") : null);

        var host = await Sends.RunAsync(
            service,
            Rated(1) with { ThrottleLimit = 1, RetryTimeout = TimeSpan.FromSeconds(59) },
            Sends.People(2),
            Time);

        Assert.Equal(2, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Equal(4, host.Results[0].Attempts);
        AssertNeverMore(1);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_changes_nothing()
    {
        var jumps = 0;
        var own = Time.GetTimestamp();
        var service = Recording(request =>
        {
            Time.MoveWallClock(TimeSpan.FromHours(++jumps % 2 == 0 ? -5 : 3));
            return null;
        });

        await Sends.RunAsync(service, Rated(60), Sends.People(120), Time);

        Assert.InRange(Time.GetElapsedTime(own), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_resumed_run_goes_on_within_the_minute_of_the_one_before()
    {
        var options = Options with { RecipientsPerMinute = 60, BatchSize = null };
        await Sends.RunAsync(Recording(), options, Sends.People(58), Time);
        Time.Advance(TimeSpan.FromSeconds(5));

        await Sends.RunAsync(Recording(), options, Sends.People(100), Time);

        Assert.Equal(100, _begun.Sum(begun => begun.Recipients));
        AssertNeverMore(60);
    }

    [Fact]
    public async Task However_often_a_run_is_resumed_in_a_minute_it_begins_no_more()
    {
        var options = Options with { RecipientsPerMinute = 60, BatchSize = null };
        for (var people = 5; people <= 80; people += 5)
        {
            await Sends.RunAsync(Recording(), options, Sends.People(people), Time);
        }

        Assert.Equal(80, _begun.Sum(begun => begun.Recipients));
        AssertNeverMore(60);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_at_once()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        using var stop = new CancellationTokenSource();
        var firstIsDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = new RecordingHost
        {
            OnResults = _ =>
            {
                firstIsDone.TrySetResult();
                return Task.CompletedTask;
            },
        };
        using var connection = await Recording().ConnectAsync(time);
        await using var operation = await SendOperation.StartAsync(
            connection, Rated(1), new DictionaryReader(), host, stop.Token);
        foreach (var person in Sends.People(3))
        {
            await operation.AddAsync(person);
        }

        await firstIsDone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await time.TimersAsync(wait => wait == TimeSpan.FromSeconds(60.5), count: 1);
        await stop.CancelAsync();
        await operation.CompleteAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Accepted Cancelled Cancelled", Outcomes(host));
    }

    [Fact]
    public async Task A_preview_shows_the_smaller_batches()
    {
        var host = await Sends.RunAsync(Recording(), Rated(600) with { PreviewOnly = true }, Sends.People(120), Time);

        Assert.Equal([50, 50, 20], host.Previews.Select(preview => preview.RecipientCount));
    }

    private static SendOptions Rated(int perMinute) => Sends.Email() with { RecipientsPerMinute = perMinute };

    private FakeService Recording(Func<FakeRequest, HttpResponseMessage?>? fault = null) => new(request =>
    {
        lock (_begun)
        {
            var recipients = Math.Max(1, request.Body.Split("\"contactKey\"").Length - 1);
            _begun.Add((Time.GetUtcNow(), recipients));
            return fault?.Invoke(request) ?? FakeResponse.Accepted(request.Body);
        }
    });

    private void AssertNeverMore(int perMinute)
    {
        var begun = _begun.OrderBy(begin => begin.At).ToArray();
        foreach (var (start, _) in begun)
        {
            var inWindow = begun.Where(begin => begin.At >= start && begin.At <= start + TimeSpan.FromMinutes(1));
            Assert.True(inWindow.Sum(begin => begin.Recipients) <= perMinute, $"from {start:T}");
        }
    }
}
