using System.Text.Json;
using McMessaging.Http;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>
/// Reads the response to a triggered send: with <c>responses</c> (<c>messages</c> or <c>messageErrors</c>), or as one
/// flat object. All have HTTP 202, errors too.
/// </summary>
internal static class TriggeredResponseReader
{
    private const string Queued = "Queued";

    /// <summary>The response; <c>null</c> if it is not one, so that nothing can be told from it.</summary>
    public static BatchResponse? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonElementExtensions.TryParseObject(json);
        if (document is null)
        {
            return null;
        }

        var root = document.RootElement;
        var code = root.Number("errorcode").ToCode();
        var message = root.Text("message");
        var items = Items(root);
        if (code is null && items.Length == 0)
        {
            return null;
        }

        return new BatchResponse
        {
            RequestId = root.Text("requestId"),
            ErrorCode = code,
            Message = message,
            TellsOfErrors = (code is not 0 && root.Says("errorcode")) || ErrorCatalogue.NamesError(message),
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
        var id = item.FilledText("recipientSendId");
        var error = First(item, "messageErrors");
        var words = First(item, "messages") is { ValueKind: JsonValueKind.String } text ? text.TextOrNull() : null;
        if (ContradictsItself(item.Flag("hasErrors"), error, words))
        {
            return new ResponseItem(ItemStatus.Missing, RecipientSendId: ServiceId.Of(id));
        }

        if (error is null && item.Flag("hasErrors") != true)
        {
            var status = StatusOf(item, id, words);
            return status == ItemStatus.Refused
                ? Refused(null, words, id)
                : new ResponseItem(status, RecipientSendId: ServiceId.Of(id));
        }

        var code = error?.Number("messageErrorCode").ToCode();
        return Refused(code is 0 ? null : code, error?.Text("messageErrorStatus") ?? words, id);
    }

    // An error that is flagged as none, or the word for success that is flagged as an error.
    private static bool ContradictsItself(bool? hasErrors, JsonElement? error, string? words) =>
        error is null ? hasErrors == true && IsQueued(words) : hasErrors == false;

    // The flag and the service's word for success prove one together; where one of them is missing, the other does.
    // Another word beside no flag is a refusal if nothing was made for the recipient. All else proves nothing.
    private static ItemStatus StatusOf(JsonElement item, string? id, string? words)
    {
        var hasFlag = item.Says("hasErrors");
        var isContradicted = !string.IsNullOrEmpty(words) && !IsQueued(words);
        return (item.Flag("hasErrors"), isContradicted) switch
        {
            (false, false) => ItemStatus.Taken,
            (false, true) => ItemStatus.Missing,
            (_, false) => id is not null && !hasFlag ? ItemStatus.Taken : ItemStatus.Missing,
            (_, true) => id is null ? ItemStatus.Refused : ItemStatus.Missing,
        };
    }

    private static bool IsQueued(string? words) => string.Equals(words, Queued, StringComparison.OrdinalIgnoreCase);

    private static ResponseItem Refused(int? code, string? words, string? id) =>
        new(ItemStatus.Refused, null, code, NameOf(code, words), words, ServiceId.Of(id));

    private static JsonElement? First(JsonElement item, string list) =>
        item.Member(list) is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;

    // The service names some errors with a bare word, e.g. InvalidOrMissingToAddress.
    private static string NameOf(int? code, string? words) =>
        ErrorCatalogue.NameOf(code, null)
        ?? (words is { Length: > 0 } && words.All(char.IsLetterOrDigit) ? words : "TriggeredSendError");
}
