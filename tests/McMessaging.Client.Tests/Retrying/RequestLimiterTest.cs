using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

/// <summary>A test with limiters on a clock of its own.</summary>
public abstract class RequestLimiterTest
{
    private protected static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(30);

    private protected VirtualTime Time { get; } = new(TimeSpan.Zero);

    private protected RequestLimiter Limiter(int most) => new(most, Time, pauseBegan: () => { });

    private protected RequestTurn Turn(RequestLimiter limiter) =>
        limiter.NewTurn(new RetryBudget(Time, RetryOptions.Default));

    /// <summary>That a request did not get its turn: one that was given is not taken back by a stop.</summary>
    private protected static Task AssertStillWaitsAsync(Task<bool> turn, CancellationTokenSource stop) =>
        AssertStillWaitAsync([turn], stop);

    private protected static async Task AssertStillWaitAsync(
        IEnumerable<Task<bool>> turns, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        foreach (var turn in turns)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.WaitAsync(Deadlock));
        }
    }

    /// <summary>Four requests in flight, after the service asked the limiter to halve itself.</summary>
    private protected async Task<RequestTurn[]> HalveAsync(RequestLimiter limiter)
    {
        RequestTurn[] turns = [Turn(limiter), Turn(limiter), Turn(limiter), Turn(limiter)];
        foreach (var turn in turns)
        {
            Assert.True(await turn.TakeAsync(default));
        }

        turns[0].SlowDown(TimeSpan.FromTicks(1), isBlocked: true);
        Time.Advance(TimeSpan.FromMinutes(1));
        return turns;
    }
}
