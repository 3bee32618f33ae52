using System.Text.Json;
using McMessaging.Http;
using McMessaging.Serialization;

namespace McMessaging.Calls;

/// <summary>A JSON object that the service responded with.</summary>
internal sealed class JsonResponse(JsonElement root) : IHasRequestId
{
    public static JsonResponse Empty { get; } = new(default);

    public JsonElement Root => root;

    public string? RequestId => root.Text("requestId");

    /// <summary>The response of a success; <c>null</c> if it is none, or cannot be read.</summary>
    public static JsonResponse? Read(ServiceResponse response, bool mayBeEmpty)
    {
        if (!response.IsSuccess)
        {
            return null;
        }

        if (mayBeEmpty && response.Body.IsEmpty)
        {
            return Empty;
        }

        using var document = JsonElementExtensions.TryParseObject(response.Body);
        return document is null ? null : new JsonResponse(document.RootElement.Clone());
    }
}
