using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Http;

/// <summary>The service's error object; every member may be missing.</summary>
internal sealed record ApiError(int? Code, string? Message, string? RequestId, TimeSpan? RetryAfter)
{
    public static ApiError None { get; } = new(null, null, null, null);

    public static ApiError Read(ServiceResponse response)
    {
        using var document = JsonElementExtensions.TryParseObject(response.Body);
        return document is null ? None : Read(document.RootElement);
    }

    private static ApiError Read(JsonElement error) => new(
        (int?)error.Number("errorcode"),
        error.Text("message") ?? error.Text("error_description"),
        error.Text("requestId"),
        error.Number("retryAfter") is > 0 and var seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null);
}
