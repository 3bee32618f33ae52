namespace McMessaging.Retrying;

/// <summary>The limits of one request over its attempts.</summary>
internal sealed record RetryOptions(int MaxRetryCount, TimeSpan AttemptTimeout, TimeSpan OverallTimeout)
{
    public static RetryOptions Default { get; } = new(3, TimeSpan.FromSeconds(130), TimeSpan.FromSeconds(300));
}
