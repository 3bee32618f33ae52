namespace McMessaging.Retrying;

/// <summary>The limits of one request over its attempts.</summary>
internal sealed record RetryOptions(int MaxRetryCount, TimeSpan AttemptTimeout, TimeSpan OverallTimeout)
{
    /// <summary>
    /// Whether a 429 is waited out, which uses up time and no retries; not where somebody wants to know how it stands.
    /// </summary>
    public bool WaitsOutRateLimits { get; init; } = true;

    public static RetryOptions Default { get; } = new(
        SendLimits.DefaultRetryCount,
        TimeSpan.FromSeconds(SendLimits.DefaultTimeoutSeconds),
        TimeSpan.FromSeconds(SendLimits.DefaultRetryTimeoutSeconds));
}
