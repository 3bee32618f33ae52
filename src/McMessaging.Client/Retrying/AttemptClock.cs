namespace McMessaging.Retrying;

/// <summary>The time and the repeats that one request has left, counted from its first attempt.</summary>
internal sealed class AttemptClock(TimeProvider timeProvider, RetryOptions options)
{
    private long? _begun;

    private TimeSpan Remaining => _begun is { } begun
        ? options.OverallTimeout - timeProvider.GetElapsedTime(begun)
        : options.OverallTimeout;

    public bool HasTimeLeft => Remaining > TimeSpan.Zero;

    public TimeSpan NextAttemptLimit()
    {
        _begun ??= timeProvider.GetTimestamp();
        return Remaining < options.AttemptTimeout ? Remaining : options.AttemptTimeout;
    }

    public bool AllowsRepeat(int attempts, TimeSpan wait) => attempts <= options.MaxRetryCount && wait < Remaining;
}
