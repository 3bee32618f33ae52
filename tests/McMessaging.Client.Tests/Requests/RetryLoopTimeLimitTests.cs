using McMessaging.Client.Tests.Support;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Requests;

public sealed class RetryLoopTimeLimitTests
{
    [Theory]
    [InlineData(130, 300, 131)]
    [InlineData(200, 300, 201)]
    [InlineData(130, 70, 71)]
    public async Task An_attempt_ends_at_its_limit_or_at_the_end_of_the_batch(int attempt, int batch, int elapsed)
    {
        var time = new VirtualTime();
        var service = new FakeService
        {
            Respond = async (request, stop) =>
            {
                if (request.Number > 1)
                {
                    return FakeResponse.Accepted(request.Body);
                }

                time.Advance(TimeSpan.FromSeconds(elapsed - 2));
                Assert.False(stop.IsCancellationRequested);
                time.Advance(TimeSpan.FromSeconds(2));
                await Task.Delay(Timeout.Infinite, stop);
                throw new InvalidOperationException("not reached");
            },
        };
        var options = Sends.Email() with
        {
            Timeout = TimeSpan.FromSeconds(attempt),
            RetryTimeout = TimeSpan.FromSeconds(batch),
        };

        var host = await Sends.RunAsync(service, options, Sends.People(1), time);

        var timeIsLeft = elapsed < batch;
        Assert.Equal(timeIsLeft ? SendOutcome.Accepted : SendOutcome.Unknown, Assert.Single(host.Results).Outcome);
        if (!timeIsLeft)
        {
            Assert.Equal("TimedOut", host.Results[0].ErrorName);
        }
    }

    [Fact]
    public async Task A_batch_whose_time_ran_out_in_a_pause_of_all_workers_ends_with_its_result()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var bothSent = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                if (request.Number == 2)
                {
                    bothSent.SetResult();
                }

                await bothSent.Task;
                return request.Number switch
                {
                    1 => Faults.RateLimited("8")(request.Body),
                    2 => Faults.RateLimited("9")(request.Body),
                    _ => FakeResponse.Accepted(request.Body),
                };
            },
        };
        var options =
            Sends.Email() with { BatchSize = 1, ThrottleLimit = 2, RetryTimeout = TimeSpan.FromSeconds(10) };

        var host = new RecordingHost();
        var paused = new TaskCompletionSource();
        host.OnProgress = () =>
        {
            if (host.Progress[^1].Waiting == TimeSpan.FromSeconds(9))
            {
                paused.TrySetResult();
            }
        };

        var run = Sends.RunAsync(service, options, Sends.People(2), host, time);
        await paused.Task;
        time.Advance(TimeSpan.FromSeconds(60));

        await run;
        Assert.Equal("RunStopped", Assert.Single(host.Errors).Error.ErrorId);
        Assert.Equal(2, service.Bodies.Count);
        Assert.All(
            host.Results, result => Assert.Equal((SendOutcome.Cancelled, 50100), (result.Outcome, result.ErrorCode)));
    }

    [Fact]
    public async Task A_deadline_that_passes_while_a_retry_gets_its_token_ends_the_request_in_order()
    {
        var time = new VirtualTime();
        var service = FakeService.Always("{}", 500);
        using var connection = await Sends.ConnectAsync(service, time);
        var tokens = new SlowTokens(connection.Tokens, asked =>
            time.Advance(asked == 1 ? TimeSpan.Zero : TimeSpan.FromSeconds(301)));

        var result = await GetResponse.SendAsync(GetResponse.Sender(connection, time, tokens: tokens));

        Assert.Equal((RequestEnd.GaveUp, 1, 500), (result.End, result.Attempts, result.Status));
    }

    [Fact]
    public async Task A_computer_that_sleeps_four_days_before_a_retry_makes_none()
    {
        var time = new VirtualTime();
        time.OnWait = _ => time.MoveWallClock(TimeSpan.FromDays(4));
        var service = FakeService.InTurn(Faults.Broken);

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1), time);

        var result = Assert.Single(host.Results);
        Assert.Equal((SendOutcome.Unknown, "RetryTooLate", 1), (result.Outcome, result.ErrorName, result.Attempts));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(47)]
    public async Task A_wall_clock_that_is_set_by_hours_between_attempts_prevents_no_retry(int hours)
    {
        var time = new VirtualTime();
        time.OnWait = _ => time.MoveWallClock(TimeSpan.FromHours(hours));
        var service = FakeService.InTurn(Faults.Broken);

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1), time);

        Assert.Equal((SendOutcome.Accepted, 2), (host.Results[0].Outcome, host.Results[0].Attempts));
    }

    [Fact]
    public async Task Limits_longer_than_a_timer_can_hold_are_taken()
    {
        var options = Sends.Email() with { Timeout = TimeSpan.FromDays(300), RetryTimeout = TimeSpan.MaxValue };

        var run = await MatrixRun.OfAsync(options, Faults.Status(500), Faults.Status(500, 0, "2147483647"));

        Assert.Equal((SendOutcome.Unknown, 2), run.OutcomeAndAttempts);
    }
}
