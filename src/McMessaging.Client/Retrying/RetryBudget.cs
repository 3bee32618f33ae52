namespace McMessaging.Retrying;

/// <summary>The time and the retries that one request has left, counted from its first attempt.</summary>
/// <param name="timeProvider">The clocks.</param>
/// <param name="options">The limits.</param>
/// <param name="firstSentAt">When an earlier request first sent what this one sends again, if one did.</param>
internal sealed class RetryBudget(
    TimeProvider timeProvider, RetryOptions options, DateTimeOffset? firstSentAt = null)
{
    /// <summary>
    /// How long after the first attempt a message may be sent again: the service knows a message key for 72 hours, by
    /// one page of its documentation for 48.
    /// </summary>
    public static readonly TimeSpan SafeRetryAge = TimeSpan.FromHours(48);

    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly TimeSpan _overall = Shorter(options.OverallTimeout, LongestTimer);
    private Moment? _begun;
    private TimeSpan _excluded;

    public int MaxRetryCount => options.MaxRetryCount;

    /// <summary>The time left for waits and attempts.</summary>
    public TimeSpan Remaining => _begun is { } begun
        ? _overall + _excluded - timeProvider.GetElapsedTime(begun.Timestamp)
        : _overall;

    public bool HasTimeLeft => Remaining > TimeSpan.Zero;

    /// <summary>Whether the first attempt is so long ago, sleep included, that a retry might send twice.</summary>
    public bool IsTooLate => _begun?.Age(timeProvider) >= SafeRetryAge
        || (firstSentAt is { } first && !WallClock.IsWithin(SafeRetryAge, first, timeProvider.GetUtcNow()));

    /// <summary>The limit of an attempt that is made now; <c>null</c> if it is too late for one.</summary>
    public TimeSpan? NextAttemptLimit()
    {
        _begun ??= Moment.Now(timeProvider);
        var limit = Shorter(Remaining, options.AttemptTimeout);
        return limit > TimeSpan.Zero && !IsTooLate ? limit : null;
    }

    /// <summary>Takes a wait that is not the request's own out of its time.</summary>
    public void Exclude(TimeSpan wait) => _excluded += _begun is null ? TimeSpan.Zero : wait;

    /// <summary>Whether there is time for an attempt after such a wait.</summary>
    public bool Allows(TimeSpan wait) => wait < Remaining;

    /// <summary>Whether a retry may be made after a 429 and the pause that it began.</summary>
    public bool AllowsPause(TimeSpan pause) => options.WaitsOutRateLimits && Allows(pause);

    /// <summary>Whether one more attempt may be made after so many that count and such a wait.</summary>
    public bool AllowsRetry(int attempts, TimeSpan wait) => attempts <= options.MaxRetryCount && Allows(wait);

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(wait, timeProvider, cancellationToken);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
