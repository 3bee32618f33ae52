namespace McMessaging.Retrying;

/// <summary>The time and the retries that one request has left, counted from its first attempt.</summary>
internal sealed class RetryBudget(TimeProvider timeProvider, RetryOptions options)
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);
    private readonly TimeSpan _overall = Shorter(options.OverallTimeout, LongestTimer);
    private long? _begun;

    private TimeSpan Remaining => _begun is { } begun ? _overall - timeProvider.GetElapsedTime(begun) : _overall;

    public int MaxRetryCount => options.MaxRetryCount;

    public bool HasTimeLeft => Remaining > TimeSpan.Zero;

    public TimeSpan NextAttemptLimit()
    {
        _begun ??= timeProvider.GetTimestamp();
        return Shorter(Remaining, options.AttemptTimeout);
    }

    /// <summary>Whether there is time for an attempt after such a wait.</summary>
    public bool Allows(TimeSpan wait) => wait < Remaining;

    public bool AllowsRetry(int attempts, TimeSpan wait) => attempts <= options.MaxRetryCount && Allows(wait);

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(wait, timeProvider, cancellationToken);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
