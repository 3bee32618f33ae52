using System.Globalization;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>Errors which concern a whole request, in the service's shape.</summary>
internal static class ErrorResponses
{
    private const string Documentation =
        "https://developer.salesforce.com/docs/atlas.en-us.mc-apis.meta/mc-apis/error-handling.htm";

    public static HttpResponse Json(int status, ServiceError error) => Json(status, error, retryAfter: null);

    public static HttpResponse NotAuthorized() => Json(401, ServiceErrors.NotAuthorized).With(
        "WWW-Authenticate",
        "Bearer realm=\"sandbox\", error=\"invalid_token\", error_description=\"The access token expired\"");

    public static HttpResponse RateLimited(int retryAfter) => Json(429, ServiceErrors.RateLimitExceeded, retryAfter)
        .With("Retry-After", retryAfter.ToString(CultureInfo.InvariantCulture));

    private static HttpResponse Json(int status, ServiceError error, int? retryAfter) =>
        HttpResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            writer.WriteNumber("errorcode", error.Code);
            if (retryAfter is { } seconds)
            {
                writer.WriteNumber("retryAfter", seconds);
            }

            writer.WriteString("documentation", Documentation);
            writer.WriteEndObject();
        });
}
