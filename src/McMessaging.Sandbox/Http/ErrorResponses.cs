using System.Globalization;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>Errors which concern a whole request, in the service's shape.</summary>
internal static class ErrorResponses
{
    // Clients in public use were seen to get this address with 401, and an empty text with every other error.
    private const string NotAuthorizedDocumentation =
        "https://developer.salesforce.com/docs/atlas.en-us.mc-apis.meta/mc-apis/error-handling.htm";

    public static HttpResponse Json(int status, ServiceError error) => Json(status, error, "", retryAfter: null, []);

    public static HttpResponse NotAuthorized() =>
        Json(401, ServiceErrors.NotAuthorized, NotAuthorizedDocumentation, retryAfter: null, []).With(
            "WWW-Authenticate",
            "Bearer realm=\"sandbox\", error=\"invalid_token\", error_description=\"The access token expired\"");

    /// <summary>Several errors in one, each with its code.</summary>
    public static HttpResponse Several(ServiceError error, params ServiceError[] errors) =>
        Json(400, error, "", retryAfter: null, errors);

    /// <summary>Status 429 or 503 with Retry-After in seconds, which the body of a 429 repeats, or as a date.</summary>
    public static HttpResponse RetryLater(int status, ServiceError error, int seconds, DateTimeOffset? at) =>
        Json(status, error, "", status == 429 && at is null ? seconds : null, []).With(
            "Retry-After",
            at is { } date
                ? date.ToString("R", CultureInfo.InvariantCulture)
                : seconds.ToString(CultureInfo.InvariantCulture));

    private static HttpResponse Json(
        int status, ServiceError error, string documentation, int? retryAfter, ServiceError[] errors) =>
        HttpResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            writer.WriteNumber("errorcode", error.Code);
            if (retryAfter is { } seconds)
            {
                writer.WriteNumber("retryAfter", seconds);
            }

            writer.WriteString("documentation", documentation);
            if (errors.Length > 0)
            {
                writer.WriteStartArray("validationErrors");
                foreach (var inner in errors)
                {
                    writer.WriteStartObject();
                    writer.WriteString("message", inner.Message);
                    writer.WriteNumber("errorcode", inner.Code);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
}
