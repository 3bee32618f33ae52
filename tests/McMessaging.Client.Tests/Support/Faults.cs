using System.Globalization;
using System.Text.Json;

namespace McMessaging.Client.Tests.Support;

/// <summary>What a service can do instead of accepting a request.</summary>
internal static class Faults
{
    /// <summary>An answer with a status, and with the service's error object.</summary>
    public static Func<string, HttpResponseMessage> Status(int status, int code = 0, string? retryAfter = null) => _ =>
    {
        var response = FakeService.Json(
            status,
            JsonSerializer.Serialize(
                new { message = "Fault " + status.ToString(CultureInfo.InvariantCulture), errorcode = code }));
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    };

    public static Func<string, HttpResponseMessage> RateLimited(string? retryAfter = "5") =>
        Status(429, 50100, retryAfter);

    public static Func<string, HttpResponseMessage> Blocked => Status(429, 50200);

    /// <summary>A connection that breaks after the whole request was read.</summary>
    public static Func<string, HttpResponseMessage> Broken => _ =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    /// <summary>An answer that rejects each recipient with a code.</summary>
    public static Func<string, HttpResponseMessage> RejectAll(int code) => body => Reject(body, _ => code);

    /// <summary>An answer with a code for each recipient by key; 0 accepts it.</summary>
    public static HttpResponseMessage Reject(string body, Func<string, int> codeOf) =>
        FakeService.Json(202, JsonSerializer.Serialize(new
        {
            requestId = "r-mixed",
            errorcode = 109001,
            responses = FakeService.KeysOf(body).Select(key => codeOf(key) is not 0 and var code
                ? new Dictionary<string, object> { ["messageKey"] = key, ["errorcode"] = code, ["message"] = "refused" }
                : new Dictionary<string, object> { ["messageKey"] = key }),
        }));
}
