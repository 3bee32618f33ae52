using System.Text.Json;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Calls;

/// <summary>A JSON object that the service answered with.</summary>
internal sealed class JsonAnswer(JsonElement root) : IRequestAnswer
{
    public static JsonAnswer Empty { get; } = new(default);

    public JsonElement Root => root;

    public string? RequestId => root.Text("requestId");

    /// <summary>The answer of a success; <c>null</c> if it is none, or cannot be read.</summary>
    public static JsonAnswer? Read(ServiceAnswer answer, bool mayBeEmpty)
    {
        if (!answer.IsSuccess)
        {
            return null;
        }

        if (mayBeEmpty && answer.Body.IsEmpty)
        {
            return Empty;
        }

        using var document = JsonMembers.TryParseObject(answer.Body);
        return document is null ? null : new JsonAnswer(document.RootElement.Clone());
    }
}
