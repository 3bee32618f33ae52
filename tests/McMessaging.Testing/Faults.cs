using System.Globalization;
using System.Text.Json;

namespace McMessaging.Testing;

/// <summary>What a service can do instead of accepting a request.</summary>
public static class Faults
{
    /// <summary>A response with a status, and with the service's error object.</summary>
    public static Func<string, HttpResponseMessage> Status(int status, int code = 0, string? retryAfter = null) => _ =>
    {
        var response = FakeResponse.Json(
            status,
            JsonSerializer.Serialize(
                new { message = "Fault " + status.ToString(CultureInfo.InvariantCulture), errorcode = code }));
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    };

    /// <summary>The service's error object; with <c>Retry-After: 5</c> where there is a rate limit.</summary>
    public static HttpResponseMessage Error(int status, int code, string message)
    {
        var response = FakeResponse.Json(
            status, $$"""{"message":"{{message}}","errorcode":{{code}},"documentation":"https://example.com/docs"}""");
        if (status == 429)
        {
            response.Headers.Add("Retry-After", "5");
        }

        return response;
    }

    public static Func<string, HttpResponseMessage> RateLimited(string? retryAfter = "5") =>
        Status(429, 50100, retryAfter);

    public static Func<string, HttpResponseMessage> Blocked => Status(429, 50200);

    /// <summary>A connection that breaks after the whole request was read.</summary>
    public static Func<string, HttpResponseMessage> Broken => _ =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    /// <summary>A response that rejects each recipient with a code.</summary>
    public static Func<string, HttpResponseMessage> RejectAll(int code) => body => Reject(body, _ => code);

    /// <summary>A response with a code for each recipient by key; 0 accepts it.</summary>
    public static HttpResponseMessage Reject(string body, Func<string, int> codeOf) =>
        FakeResponse.OfEach(202, FakeResponse.KeysOf(body), codeOf);
}
