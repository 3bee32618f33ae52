using System.Net.Http.Headers;
using McMessaging.Http;

namespace McMessaging.Retrying;

/// <summary>
/// How long the service asked to wait: the header (seconds, or a date by the service's own clock), else the body's
/// <c>retryAfter</c>.
/// </summary>
internal static class RetryAfterReader
{
    public static TimeSpan? Read(ServiceResponse response, ApiError error, DateTimeOffset now) =>
        Positive(ReadHeader(response.RetryAfter, response.Date ?? now)) ?? Positive(error.RetryAfter);

    private static TimeSpan? ReadHeader(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date - now);

    private static TimeSpan? Positive(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;
}
