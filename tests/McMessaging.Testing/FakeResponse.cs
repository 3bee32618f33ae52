using System.Net;
using System.Text;
using System.Text.Json;

namespace McMessaging.Testing;

/// <summary>Responses of the service.</summary>
public static class FakeResponse
{
    public static HttpResponseMessage Json(int status, string json) => new((HttpStatusCode)status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    public static HttpResponseMessage Text(int status, string text) =>
        new((HttpStatusCode)status) { Content = new StringContent(text) };

    /// <summary>Success for every recipient of a send of any kind.</summary>
    public static HttpResponseMessage Accepted(string body) => Json(202, AcceptedJson(body));

    public static string AcceptedJson(string body) => body.Contains("\"recipients\"", StringComparison.Ordinal)
        ? JsonSerializer.Serialize(new
        {
            requestId = "r-1",
            errorcode = 0,
            responses = KeysOf(body).Select(key => new { messageKey = key }),
        })
        : """{"requestId":"r-1","responses":[{"recipientSendId":"s-1","hasErrors":false,"messages":["Queued"]}]}""";

    /// <summary>A response that has a code for each of the keys; 0 accepts it.</summary>
    public static HttpResponseMessage OfEach(int status, IEnumerable<string> keys, Func<string, int> codeOf) =>
        Json(status, JsonSerializer.Serialize(new
        {
            requestId = "r-each",
            errorcode = keys.All(key => codeOf(key) == 0) ? 0 : 109001,
            responses = keys.Select(key => codeOf(key) is not 0 and var code
                ? new Dictionary<string, object> { ["messageKey"] = key, ["errorcode"] = code, ["message"] = "refused" }
                : new Dictionary<string, object> { ["messageKey"] = key }),
        }));

    public static HttpResponseMessage Token(string token, string restBase, int expiresIn = 1080) =>
        Json(200, TokenJson(token, restBase, expiresIn));

    public static string TokenJson(string token, string restBase, int expiresIn = 1080) =>
        JsonSerializer.Serialize(new
        {
            access_token = token,
            token_type = "Bearer",
            expires_in = expiresIn,
            scope = "email_send sms_send",
            rest_instance_url = restBase,
        });

    /// <summary>The message keys in the body of a request for many recipients.</summary>
    public static string[] KeysOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("recipients").EnumerateArray()
            .Select(recipient => recipient.GetProperty("messageKey").GetString()!).ToArray();
    }
}
