namespace McMessaging.Retrying;

/// <summary>One pause for all workers: nobody sends until the service's rate limit is over.</summary>
internal sealed class RateLimitPause(TimeProvider timeProvider, Action began)
{
    private readonly object _lock = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public TimeSpan Remaining
    {
        get
        {
            lock (_lock)
            {
                var remaining = _until - timeProvider.GetUtcNow();
                return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
            }
        }
    }

    public void PauseFor(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = timeProvider.GetUtcNow() + wait;
            if (until > _until)
            {
                _until = until;
            }
        }

        began();
    }

    /// <summary>Waits until the pause is over, however often it is prolonged.</summary>
    /// <returns><c>false</c> as soon as it is longer than the request has time left.</returns>
    public async Task<bool> WaitAsync(RetryBudget budget, CancellationToken cancellationToken)
    {
        while (Remaining is var remaining && remaining > TimeSpan.Zero)
        {
            if (!budget.Allows(remaining))
            {
                return false;
            }
            // A timer cuts off parts of a millisecond, and the rest of a pause would be a busy loop.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(remaining.TotalMilliseconds));
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return budget.HasTimeLeft;
    }
}
