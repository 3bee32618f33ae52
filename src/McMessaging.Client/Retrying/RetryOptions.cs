namespace McMessaging.Retrying;

/// <summary>The limits of one request over its attempts.</summary>
internal sealed record RetryOptions(int MaxRetryCount, TimeSpan AttemptTimeout, TimeSpan OverallTimeout)
{
    public static RetryOptions Default { get; } = new(
        SendLimits.DefaultRetryCount,
        TimeSpan.FromSeconds(SendLimits.DefaultTimeoutSeconds),
        TimeSpan.FromSeconds(SendLimits.DefaultRetryTimeoutSeconds));
}
