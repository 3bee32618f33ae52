using System.Globalization;

namespace McMessaging.Requests;

/// <summary>Why a request ended without an attempt, in words for people.</summary>
internal static class RetryErrors
{
    public static McException LongPause(TimeSpan pause) => new(
        "RateLimited",
        McErrorCategory.LimitsExceeded,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The service asked all requests to wait {pause.TotalSeconds:0} s, which is longer than one may take."),
        "Run the same command again after that time, or with a larger -RetryTimeoutSec.")
    {
        HttpStatus = 429,
    };
}
