using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>
/// Reads the answer of a triggered send: with <c>responses</c> (<c>messages</c> or <c>messageErrors</c>), or as one
/// flat object. All have HTTP 202, errors too.
/// </summary>
internal static class TriggeredResponseReader
{
    /// <summary>The answer; <c>null</c> if it is not one, so that nothing can be told from it.</summary>
    public static BatchResponse? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonElementExtensions.TryParseObject(json);
        if (document is null)
        {
            return null;
        }

        var root = document.RootElement;
        var code = (int?)root.Number("errorcode");
        var items = Items(root);
        if (code is null && items.Length == 0)
        {
            return null;
        }

        return new BatchResponse
        {
            RequestId = root.Text("requestId"),
            ErrorCode = code,
            Message = root.Text("message"),
            Items = items,
        };
    }

    private static ResponseItem[] Items(JsonElement root)
    {
        if (root.Member("responses") is { ValueKind: JsonValueKind.Array } responses)
        {
            return responses.GetArrayLength() == 1 ? [Item(responses[0])] : [default];
        }

        return root.Member("hasErrors") is not null || root.Member("recipientSendId") is not null ? [Item(root)] : [];
    }

    private static ResponseItem Item(JsonElement item)
    {
        var id = item.Text("recipientSendId") is { Length: > 0 } given ? given : null;
        var error = First(item, "messageErrors");
        if (error is null && item.Flag("hasErrors") != true)
        {
            var taken = item.Flag("hasErrors") == false || id is not null;
            return new ResponseItem(taken ? ItemStatus.Taken : ItemStatus.Missing, RecipientSendId: id);
        }

        var code = (int?)error?.Number("messageErrorCode");
        var words = error?.Text("messageErrorStatus")
            ?? (First(item, "messages") is { ValueKind: JsonValueKind.String } text ? text.TextOrNull() : null);
        return new ResponseItem(ItemStatus.Refused, null, code, NameOf(code, words), words, id);
    }

    private static JsonElement? First(JsonElement item, string list) =>
        item.Member(list) is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;

    // The service names some errors with a bare word, e.g. InvalidOrMissingToAddress.
    private static string NameOf(int? code, string? words) =>
        ErrorCatalogue.NameOf(code, null)
        ?? (words is { Length: > 0 } && words.All(char.IsLetterOrDigit) ? words : "TriggeredSendError");
}
