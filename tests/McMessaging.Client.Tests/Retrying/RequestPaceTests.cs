using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RequestPaceTests
{
    [Fact]
    public void The_first_guess_is_what_the_service_took_before_its_429()
    {
        var pace = new RequestPace();
        for (var i = 0; i < 40; i++)
        {
            pace.Succeeded();
        }

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

        for (var i = 0; i < 40; i++)
        {
            pace.Succeeded();
        }

        Assert.Equal(double.PositiveInfinity, pace.Rate);
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

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
