using System.Globalization;
using McMessaging.Http;

namespace McMessaging.Requests;

/// <summary>Why a request makes no further attempt, in words for people.</summary>
internal static class RetryErrors
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMinutes(1);

    /// <param name="result">What is known of the request.</param>
    /// <param name="wait">How long the service asked to wait.</param>
    /// <param name="now">The wall clock's time.</param>
    public static McException RateLimited<TResponse>(
        RequestResult<TResponse> result, TimeSpan wait, DateTimeOffset now)
        where TResponse : class, IHasRequestId
    {
        var isDown = result.Status == 503;
        return new McException(
            isDown ? "ServiceUnavailable" : "RateLimited",
            isDown ? McErrorCategory.ResourceUnavailable : McErrorCategory.LimitsExceeded,
            Message(wait),
            $"Run the same command again after {ComeBackAt(wait, now)}, or with a larger -RetryTimeoutSec.")
        {
            HttpStatus = result.Status ?? 429,
            ErrorCode = result.Error?.Code,
            RequestId = result.RequestId,
        };
    }

    public static McException TooLate() => new(
        "RetryTooLate",
        McErrorCategory.OperationTimeout,
        "The first attempt was more than 48 hours ago; a retry might send twice.",
        "Look at the message status before you send again.");

    private static string Message(TimeSpan wait) => wait < TimeSpan.FromSeconds(1)
        ? "The service's rate limit used up the time of a request."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The service asked all requests to wait {Math.Ceiling(wait.TotalSeconds):0} s, "
                + $"which is longer than one may take.");

    private static string ComeBackAt(TimeSpan wait, DateTimeOffset now)
    {
        var rest = wait > ShortestRest ? wait : ShortestRest;
        var at = rest < DateTimeOffset.MaxValue - now ? now + rest : DateTimeOffset.MaxValue;
        return at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
    }
}
