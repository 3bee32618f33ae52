using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RequestPaceTests
{
    [Fact]
    public void The_first_guess_is_what_the_service_took_before_its_429()
    {
        var pace = new RequestPace();
        Succeed(pace, 40);

        pace.Limited(begun: Seconds(2), now: Seconds(3), wait: Seconds(5));

        Assert.Equal(5, pace.Rate);
        Assert.Equal(Seconds(8), pace.Next);
    }

    [Fact]
    public void What_was_in_flight_when_the_pace_was_learned_tells_nothing_new()
    {
        var pace = new RequestPace();
        pace.Limited(begun: Seconds(2), now: Seconds(3), wait: Seconds(5));
        var learned = pace.Rate;

        pace.Limited(begun: Seconds(2.5), now: Seconds(4), wait: Seconds(5));

        Assert.Equal(learned, pace.Rate);
    }

    [Fact]
    public void A_request_that_began_at_the_moment_of_learning_tells_nothing_new_either()
    {
        var pace = new RequestPace();
        pace.Limited(begun: Seconds(2), now: Seconds(3), wait: Seconds(5));
        var learned = (pace.Rate, pace.Next);

        pace.Limited(begun: Seconds(3), now: Seconds(4), wait: Seconds(9));

        Assert.Equal(learned, (pace.Rate, pace.Next));
    }

    [Fact]
    public void A_long_pause_at_the_beginning_is_not_taken_for_a_slow_service()
    {
        var pace = new RequestPace();

        pace.Limited(begun: Seconds(0), now: Seconds(1), wait: Seconds(200));

        Assert.Equal(1, pace.Rate);
    }

    [Fact]
    public void A_single_429_is_forgotten_after_some_success()
    {
        var pace = new RequestPace();
        pace.Limited(begun: Seconds(0), now: Seconds(1), wait: Seconds(5));

        Succeed(pace, 40);

        Assert.Equal(double.PositiveInfinity, pace.Rate);
    }

    [Fact]
    public void The_guess_after_one_that_was_forgotten_counts_what_was_taken_since()
    {
        var pace = new RequestPace();
        pace.Limited(begun: Seconds(0), now: Seconds(1), wait: Seconds(5));
        Succeed(pace, 40);

        pace.Limited(begun: Seconds(25), now: Seconds(26), wait: Seconds(0));

        Assert.Equal((2, Seconds(26)), (pace.Rate, pace.Next));
    }

    [Fact]
    public void Each_further_429_takes_a_step_back_and_a_larger_one_where_nothing_succeeded_between()
    {
        var pace = Learned(rate: 6);
        Succeed(pace, 1);
        var rate = pace.Rate;

        pace.Limited(begun: Seconds(9), now: Seconds(10), wait: Seconds(5));
        Assert.Equal(rate * 0.85, pace.Rate, 9);
        pace.Limited(begun: Seconds(16), now: Seconds(17), wait: Seconds(5));

        Assert.Equal(rate * 0.85 * 0.5, pace.Rate, 9);
    }

    [Fact]
    public void It_is_never_slower_than_a_request_in_30_seconds()
    {
        var pace = Learned(rate: 6);

        for (var second = 10; second < 30; second++)
        {
            pace.Limited(begun: Seconds(second), now: Seconds(second), wait: Seconds(0));
        }

        Assert.Equal(1.0 / 30, pace.Rate);
    }

    [Fact]
    public void Steps_forward_are_small_near_the_rate_of_the_last_429_and_large_below_and_above()
    {
        var pace = Learned(rate: 6);
        Succeed(pace, 1);
        pace.Limited(begun: Seconds(9), now: Seconds(10), wait: Seconds(5));
        Assert.Equal(1.005, StepOf(pace), 9);
        pace.Limited(begun: Seconds(16), now: Seconds(17), wait: Seconds(5));
        pace.Limited(begun: Seconds(23), now: Seconds(24), wait: Seconds(5));
        var limitedAt = pace.Rate * 2;

        while (pace.Rate < 0.8 * limitedAt)
        {
            Assert.Equal(1.2, StepOf(pace), 9);
        }

        while (pace.Rate <= limitedAt / 0.8)
        {
            Assert.Equal(1.005, StepOf(pace), 9);
        }

        Assert.Equal(1.2, StepOf(pace), 9);
    }

    [Fact]
    public void Requests_begin_at_even_distances_and_catch_up_with_50_ms_at_most()
    {
        var pace = Learned(rate: 5);
        var next = pace.Next;

        pace.Begun(next);
        pace.Begun(next + Seconds(0.03));
        Assert.Equal(next + Seconds(0.4), pace.Next);
        pace.Begun(next + Seconds(10));

        Assert.Equal(next + Seconds(10) - Seconds(0.05) + Seconds(0.2), pace.Next);
    }

    [Fact]
    public async Task Against_5_requests_a_second_20_workers_lose_none_of_20000_and_waste_few_429s()
    {
        var time = new VirtualTime();
        var start = time.GetUtcNow();
        var turn = new object();
        long second = -1;
        int taken = 0, refused = 0;
        var service = new FakeService(request =>
        {
            lock (turn)
            {
                var now = (long)(time.GetUtcNow() - start).TotalSeconds;
                taken = now == second ? taken + 1 : 1;
                second = now;
                refused += taken > 5 ? 1 : 0;
                return taken > 5 ? Faults.RateLimited("1")(request.Body) : FakeResponse.Accepted(request.Body);
            }
        });
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1, ThrottleLimit = 20 }, Sends.People(20_000), host, time);

        Assert.Equal((20_000, 0), (summary.Accepted, summary.Failed));
        Assert.InRange(refused, 1, 4000);
    }

    // Three seconds to its first 429, and a pause of five.
    private static RequestPace Learned(int rate)
    {
        var pace = new RequestPace();
        Succeed(pace, rate * 8);
        pace.Limited(begun: Seconds(2), now: Seconds(3), wait: Seconds(5));
        Assert.Equal(rate, pace.Rate);
        return pace;
    }

    private static void Succeed(RequestPace pace, int times)
    {
        for (var i = 0; i < times; i++)
        {
            pace.Succeeded();
        }
    }

    private static double StepOf(RequestPace pace)
    {
        var before = pace.Rate;
        pace.Succeeded();
        return pace.Rate / before;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
