using McMessaging.Client.Tests.Support;

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

        var run = Sends.RunAsync(service, options, Sends.People(2), time);
        await time.TimersAsync(due => due >= TimeSpan.FromSeconds(8) && due <= TimeSpan.FromSeconds(9), count: 2);
        time.Advance(TimeSpan.FromSeconds(60));

        var host = await run;
        Assert.Equal(2, service.Bodies.Count);
        Assert.All(
            host.Results, result => Assert.Equal((SendOutcome.Failed, 50100), (result.Outcome, result.ErrorCode)));
    }

    [Fact]
    public async Task Limits_longer_than_a_timer_can_hold_are_taken()
    {
        var options = Sends.Email() with { Timeout = TimeSpan.FromDays(300), RetryTimeout = TimeSpan.MaxValue };

        var run = await MatrixRun.OfAsync(options, Faults.Status(500), Faults.Status(500, 0, "2147483647"));

        Assert.Equal((SendOutcome.Unknown, 2), run.OutcomeAndAttempts);
    }
}
