using McMessaging.Http;

namespace McMessaging.Requests;

/// <summary>
/// What each outcome of an attempt means, by status and error code. Whether an ambiguous one is retried is for the
/// request to say.
/// </summary>
internal static class RetryMatrix
{
    public const int TemporarilyBlocked = 50200;
    private const int ServiceNotFound = 596;

    public static RetryDecision Judge(AttemptResult attempt, TimeSpan? retryAfter, bool readable) =>
        attempt.Fault switch
        {
            TransportError.NeverSent => RetryDecision.NotSent,
            TransportError.Broken or TransportError.TimedOut => RetryDecision.Ambiguous,
            TransportError.Stopped => RetryDecision.Stopped,
            _ => Judge(attempt.Response!.Status, retryAfter, readable),
        };

    private static RetryDecision Judge(int status, TimeSpan? retryAfter, bool readable) => status switch
    {
        >= 200 and < 300 => readable ? RetryDecision.Completed : RetryDecision.Ambiguous,
        400 when readable => RetryDecision.Completed,
        401 => RetryDecision.RenewToken,
        408 => RetryDecision.Ambiguous,
        429 => RetryDecision.RateLimited,
        503 when retryAfter is not null => RetryDecision.TurnedAway,
        ServiceNotFound => RetryDecision.Refused,
        >= 500 => RetryDecision.Ambiguous,
        _ => RetryDecision.Refused,
    };
}

/// <summary>What an attempt means for the request.</summary>
internal enum RetryDecision
{
    /// <summary>The service answered, and the response can be read.</summary>
    Completed,

    /// <summary>The service refused the request for good.</summary>
    Refused,

    /// <summary>The token was refused: once more with another.</summary>
    RenewToken,

    /// <summary>Nothing was sent: once more.</summary>
    NotSent,

    /// <summary>The service is there but took nothing: once more, when it says so.</summary>
    TurnedAway,

    /// <summary>The rate limit: all workers wait, then once more.</summary>
    RateLimited,

    /// <summary>The service may have taken it or not.</summary>
    Ambiguous,

    /// <summary>The waits before an attempt took more time than the request had; nothing was sent.</summary>
    OutOfTime,

    /// <summary>The caller stopped after the request went out.</summary>
    Stopped,
}
