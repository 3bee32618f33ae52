using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RequestLimiterTests : RequestLimiterTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(50)]
    public async Task As_many_requests_are_in_flight_as_the_throttle_limit_allows_and_never_more(int limit)
    {
        int inFlight = 0, most = 0;
        var full = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                var now = Interlocked.Increment(ref inFlight);
                lock (full)
                {
                    most = Math.Max(most, now);
                }

                if (now == limit)
                {
                    full.TrySetResult();
                }

                await full.Task;
                await Task.Yield();
                Interlocked.Decrement(ref inFlight);
                return FakeResponse.Accepted(request.Body);
            },
        };

        await Sends.RunAsync(service, Sends.Email() with { BatchSize = 1, ThrottleLimit = limit }, Sends.People(200));

        Assert.Equal((limit, 200), (most, service.Bodies.Count));
    }

    [Fact]
    public async Task A_halved_limiter_lets_in_half_as_many()
    {
        var limiter = Limiter(4);
        var turns = await HalveAsync(limiter);
        using CancellationTokenSource stopFirst = new(), stopSecond = new();
        var earlyFirst = Turn(limiter).TakeAsync(stopFirst.Token);
        var first = Turn(limiter).TakeAsync(default);
        var earlySecond = Turn(limiter).TakeAsync(stopSecond.Token);
        var second = Turn(limiter).TakeAsync(default);

        turns[0].Dispose();
        turns[1].Dispose();
        await AssertStillWaitsAsync(earlyFirst, stopFirst);
        turns[2].Dispose();
        Assert.True(await first);
        await AssertStillWaitsAsync(earlySecond, stopSecond);
        turns[3].Dispose();
        await Time.TimersAsync(_ => true, count: 1);
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await second);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nobodys_turn()
    {
        var limiter = Limiter(1);
        using var stop = new CancellationTokenSource();
        var first = Turn(limiter);
        await first.TakeAsync(default);
        var stopped = Turn(limiter).TakeAsync(stop.Token);
        var next = Turn(limiter).TakeAsync(default);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        first.Dispose();

        Assert.True(await next);
    }

    [Fact]
    public async Task A_retry_goes_before_999_requests_that_were_not_begun()
    {
        var limiter = Limiter(2);
        var retry = Turn(limiter);
        var other = Turn(limiter);
        await retry.TakeAsync(default);
        await other.TakeAsync(default);
        var first = Turn(limiter).TakeAsync(default);
        using var stop = new CancellationTokenSource();
        Task<bool>[] others = [.. Enumerable.Range(0, 998).Select(_ => Turn(limiter).TakeAsync(stop.Token))];

        retry.StepAside();
        Assert.True(await first);
        var again = retry.TakeAsync(default);
        other.Dispose();

        Assert.True(await again.WaitAsync(Deadlock));
        await AssertStillWaitAsync(others, stop);
    }

    [Fact]
    public async Task With_a_limit_of_one_a_request_that_waits_lets_nobody_pass()
    {
        var limiter = Limiter(1);
        var first = Turn(limiter);
        await first.TakeAsync(default);
        using var stop = new CancellationTokenSource();
        var early = Turn(limiter).TakeAsync(stop.Token);
        var next = Turn(limiter).TakeAsync(default);

        first.StepAside();
        await AssertStillWaitsAsync(early, stop);
        Assert.True(await first.TakeAsync(default).WaitAsync(Deadlock));
        first.Dispose();

        Assert.True(await next);
    }

    [Fact]
    public async Task After_a_pause_workers_do_not_wake_together()
    {
        var limiter = Limiter(20);
        var limited = Turn(limiter);
        await limited.TakeAsync(default);
        limited.SlowDown(TimeSpan.FromSeconds(10), isBlocked: false);
        using CancellationTokenSource stopFirst = new(), stopSecond = new(), stop = new();
        var earlyFirst = Turn(limiter).TakeAsync(stopFirst.Token);
        var first = Turn(limiter).TakeAsync(default);
        var earlySecond = Turn(limiter).TakeAsync(stopSecond.Token);
        var second = Turn(limiter).TakeAsync(default);
        Task<bool>[] others = [.. Enumerable.Range(0, 8).Select(_ => Turn(limiter).TakeAsync(stop.Token))];

        Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        await AssertStillWaitsAsync(earlyFirst, stopFirst);
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await first);
        await AssertStillWaitsAsync(earlySecond, stopSecond);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await second);
        await AssertStillWaitAsync(others, stop);
    }

    [Fact]
    public async Task A_pause_of_a_fraction_of_a_millisecond_is_waited_for_once()
    {
        var time = new VirtualTime();
        var limiter = new RequestLimiter(1, time, pauseBegan: () => { });
        using var turn = limiter.NewTurn(new RetryBudget(time, RetryOptions.Default));
        await turn.TakeAsync(default);
        turn.SlowDown(TimeSpan.FromTicks(15_000_123), isBlocked: false);

        Assert.True(await turn.TakeAsync(default).WaitAsync(Deadlock));
        Assert.Equal(TimeSpan.FromMilliseconds(1501), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task A_shorter_pause_does_not_end_a_longer_one()
    {
        var limiter = Limiter(2);
        var turn = Turn(limiter);
        await turn.TakeAsync(default);

        turn.SlowDown(TimeSpan.FromSeconds(10), isBlocked: false);
        turn.SlowDown(TimeSpan.FromSeconds(2), isBlocked: false);

        Assert.Equal(TimeSpan.FromSeconds(10), limiter.PauseRemaining);
    }

    [Fact]
    public async Task Who_has_not_the_time_for_a_pause_is_told_so_at_once()
    {
        var limiter = Limiter(1);
        var limited = Turn(limiter);
        await limited.TakeAsync(default);
        var waiting = Turn(limiter).TakeAsync(default);

        limited.SlowDown(TimeSpan.FromSeconds(301), isBlocked: false);

        Assert.False(await waiting);
        Assert.False(await Turn(limiter).TakeAsync(default));
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_an_hour_does_not_prolong_a_pause()
    {
        var limiter = Limiter(1);
        var turn = Turn(limiter);
        await turn.TakeAsync(default);
        turn.SlowDown(TimeSpan.FromSeconds(10), isBlocked: false);

        Time.MoveWallClock(TimeSpan.FromHours(-1));

        Assert.Equal(TimeSpan.FromSeconds(10), limiter.PauseRemaining);
    }
}
