using System.Globalization;
using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Requests;

/// <summary>One pause for all workers after a 429.</summary>
public sealed class RetryLoopPauseTests
{
    [Fact]
    public async Task Nobody_sends_until_the_pause_is_over()
    {
        var time = new VirtualTime();
        var begin = time.GetUtcNow();
        var allSent = new TaskCompletionSource();
        var sentAt = new List<TimeSpan>();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                lock (sentAt)
                {
                    sentAt.Add(time.GetUtcNow() - begin);
                    if (sentAt.Count == 4)
                    {
                        allSent.SetResult();
                    }
                }

                await allSent.Task;
                return request.Number <= 4
                    ? Faults.RateLimited("10")(request.Body)
                    : FakeResponse.Accepted(request.Body);
            },
        };

        var host = await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1, ThrottleLimit = 4 }, Sends.People(12), time);

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(4, sentAt.Count(at => at == TimeSpan.Zero));
        Assert.All(sentAt.Skip(4), at => Assert.InRange(at, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_429_uses_up_no_retry()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email() with { MaxRetryCount = 1 }, Faults.RateLimited(), Faults.RateLimited(), Faults.Status(500));

        Assert.Equal((SendOutcome.Accepted, 4), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_an_hour_during_a_pause_fails_nobody()
    {
        var time = new VirtualTime();
        time.OnWait = _ => time.MoveWallClock(TimeSpan.FromHours(-1));
        var service = FakeService.InTurn(Faults.RateLimited());

        var host = await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1 }, Sends.People(50), time);

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
    }

    [Fact]
    public async Task Progress_says_how_long_all_workers_wait()
    {
        var time = new VirtualTime();
        var service = FakeService.InTurn(Faults.RateLimited("12"));

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1), time);

        Assert.Contains(host.Progress, progress => progress.Waiting == TimeSpan.FromSeconds(12));
        Assert.Equal(TimeSpan.Zero, host.Progress[^1].Waiting);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_pause_longer_than_a_request_may_take_ends_the_run_and_fails_nobody(int throttleLimit)
    {
        var service = new FakeService(request => Faults.RateLimited("400")(request.Body));
        var options = Sends.Email() with { BatchSize = 1, ThrottleLimit = throttleLimit };
        var host = new RecordingHost();

        await Sends.RunAsync(service, options, Sends.People(30), host, new VirtualTime());

        var error = Assert.Single(host.Errors).Error;
        Assert.Equal(
            ("RunStopped", McErrorCategory.LimitsExceeded, 429), (error.ErrorId, error.Category, error.HttpStatus));
        Assert.Contains("400 s", error.Message, StringComparison.Ordinal);
        Assert.Contains(UtcAfter(400), error.RecommendedAction, StringComparison.Ordinal);
        Assert.InRange(service.Requests.Count, 1, throttleLimit);
        Assert.Equal(30, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
        Assert.Contains(host.Results, result => result.ErrorName == "RateLimitExceeded");
    }

    [Fact]
    public async Task A_service_that_is_down_for_longer_than_a_request_may_take_ends_the_run_and_fails_nobody()
    {
        var service = new FakeService(request => Faults.Status(503, 50300, "3600")(request.Body));
        var host = new RecordingHost();

        await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1 }, Sends.People(30), host, new VirtualTime());

        var error = Assert.Single(host.Errors).Error;
        Assert.Equal(
            ("RunStopped", McErrorCategory.ResourceUnavailable, 503),
            (error.ErrorId, error.Category, error.HttpStatus));
        Assert.Contains(UtcAfter(3600), error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(30, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
    }

    [Fact]
    public async Task A_run_that_the_rate_limit_ended_is_taken_up_by_the_same_command()
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-");
        try
        {
            var journal = Path.Combine(folder.FullName, "run.journal");
            var options = Sends.Email() with { BatchSize = 1, JournalPath = journal, RunId = "r" };
            var first = new FakeService(request => Faults.RateLimited("400")(request.Body));
            await Sends.RunAsync(first, options, Sends.People(9), new RecordingHost(), new VirtualTime());

            var second = await Sends.RunAsync(new FakeService(), options, Sends.People(9));

            Assert.Equal(9, second.Results.Count);
            Assert.All(second.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task With_a_throttle_limit_of_one_requests_begin_and_end_in_input_order()
    {
        var service = new FakeService(request => request.Number % 10 == 0
            ? Faults.Status(500)(request.Body)
            : FakeResponse.Accepted(request.Body));
        var people = Enumerable.Range(1, 300).Select(
            i => new Recipient { ContactKey = "c" + i, MessageKey = "k" + i });

        await Sends.RunAsync(service, Sends.Email() with { BatchSize = 1, ThrottleLimit = 1 }, people);

        var order = service.Requests.Select(
            request => int.Parse(request.Path.Split("/k")[^1], CultureInfo.InvariantCulture));
        Assert.Equal(order.Order(), order);
        Assert.True(service.Requests.Count > 300);
    }

    [Fact]
    public async Task A_pause_that_begins_while_a_token_is_fetched_holds_too()
    {
        var time = new VirtualTime();
        var begin = time.GetUtcNow();
        var isPaused = new TaskCompletionSource();
        var sentAt = new List<TimeSpan>();
        var service = new FakeService
        {
            Respond = (request, _) =>
            {
                lock (sentAt)
                {
                    sentAt.Add(time.GetUtcNow() - begin);
                }

                return Task.FromResult(request.Number == 1
                    ? Faults.RateLimited("10")(request.Body)
                    : FakeResponse.Json(200, "{}"));
            },
        };
        using var connection = await Sends.ConnectAsync(service, time);
        var tokens = new SlowTokens(connection.Tokens, asked => asked == 1 ? isPaused.Task : Task.CompletedTask);
        var limiter = new RequestLimiter(4, time, pauseBegan: isPaused.SetResult);
        var sender = GetResponse.Sender(connection, time, limiter: limiter, tokens: tokens);

        Task held = GetResponse.SendAsync(sender);
        Task limited = GetResponse.SendAsync(sender);
        await Task.WhenAll(held, limited);

        Assert.Equal(TimeSpan.Zero, sentAt[0]);
        Assert.Equal(3, sentAt.Count);
        Assert.All(sentAt.Skip(1), at => Assert.InRange(at, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)));
    }

    private static string UtcAfter(int seconds) =>
        VirtualTime.Start.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
