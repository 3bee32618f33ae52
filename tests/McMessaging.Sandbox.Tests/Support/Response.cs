using System.Net;
using System.Text.Json;

namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>A response read whole.</summary>
internal sealed record Response(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public int ErrorCode => Json.GetProperty("errorcode").GetInt32();

    public string Message => Json.GetProperty("message").GetString()!;

    public JsonElement[] Responses => [.. Json.GetProperty("responses").EnumerateArray()];

    public static async Task<Response> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
}
