using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

/// <summary>Pauses that the service asked for, one upon the other.</summary>
public sealed class RequestLimiterPauseTests : RequestLimiterTest
{
    [Fact]
    public async Task Who_has_no_time_left_when_a_turn_comes_takes_nobodys_place()
    {
        var limiter = Limiter(1);
        var first = Turn(limiter);
        await first.TakeAsync(default);
        var budget = new RetryBudget(Time, RetryOptions.Default);
        budget.NextAttemptLimit();
        var late = limiter.NewTurn(budget).TakeAsync(default);
        var next = Turn(limiter).TakeAsync(default);
        Time.Advance(RetryOptions.Default.OverallTimeout);

        first.Dispose();

        Assert.False(await late.WaitAsync(Deadlock));
        Assert.True(await next.WaitAsync(Deadlock));
    }

    [Fact]
    public async Task Nobody_goes_before_the_end_of_the_longer_of_two_pauses()
    {
        var limiter = Limiter(3);
        var (one, other) = (Turn(limiter), Turn(limiter));
        await one.TakeAsync(default);
        await other.TakeAsync(default);
        one.SlowDown(TimeSpan.FromSeconds(2), isBlocked: false);
        other.SlowDown(TimeSpan.FromSeconds(10), isBlocked: false);
        using var stop = new CancellationTokenSource();
        var early = Turn(limiter).TakeAsync(stop.Token);
        var waiting = Turn(limiter).TakeAsync(default);

        Time.Advance(TimeSpan.FromSeconds(9));
        await AssertStillWaitsAsync(early, stop);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await waiting.WaitAsync(Deadlock));
    }

    [Fact]
    public async Task A_second_retry_too_goes_before_requests_that_were_not_begun()
    {
        var limiter = Limiter(2);
        var (retry, other) = (Turn(limiter), Turn(limiter));
        await other.TakeAsync(default);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await retry.TakeAsync(default);
            retry.StepAside();
        }

        var taker = Turn(limiter);
        await taker.TakeAsync(default);
        using var stop = new CancellationTokenSource();
        var waiting = Turn(limiter).TakeAsync(stop.Token);
        var again = retry.TakeAsync(default);
        taker.Dispose();

        Assert.True(await again.WaitAsync(Deadlock));
        await AssertStillWaitsAsync(waiting, stop);
    }
}
