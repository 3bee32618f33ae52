using McMessaging.Http;

namespace McMessaging.Retrying;

/// <summary>What each outcome of an attempt means, by status and error code. Whether an ambiguous one is repeated is the request's to say.</summary>
internal static class RetryMatrix
{
    public const int TemporarilyBlocked = 50200;
    private const int ServiceNotFound = 596;

    public static RetryVerdict Judge(Attempt attempt, TimeSpan? retryAfter, bool readable) => attempt.Fault switch
    {
        AttemptFault.NeverSent => RetryVerdict.NotSent,
        AttemptFault.Broken or AttemptFault.TimedOut => RetryVerdict.Ambiguous,
        AttemptFault.Stopped => RetryVerdict.Stopped,
        _ => Judge(attempt.Answer!.Status, retryAfter, readable),
    };

    private static RetryVerdict Judge(int status, TimeSpan? retryAfter, bool readable) => status switch
    {
        >= 200 and < 300 => readable ? RetryVerdict.Answered : RetryVerdict.Ambiguous,
        400 when readable => RetryVerdict.Answered,
        401 => RetryVerdict.RenewToken,
        408 => RetryVerdict.Ambiguous,
        429 => RetryVerdict.RateLimited,
        503 when retryAfter is not null => RetryVerdict.TurnedAway,
        ServiceNotFound => RetryVerdict.Refused,
        >= 500 => RetryVerdict.Ambiguous,
        _ => RetryVerdict.Refused,
    };
}
