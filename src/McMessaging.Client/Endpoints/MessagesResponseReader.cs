using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>Reads the response to a send to many recipients.</summary>
internal static class MessagesResponseReader
{
    /// <summary>The response; <c>null</c> if it is not one, so that nothing can be told from it.</summary>
    public static BatchResponse? Read(ReadOnlySpan<byte> json, IReadOnlyList<string> sentKeys)
    {
        try
        {
            return ReadObject(new Utf8JsonReader(json), sentKeys);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter: a string that is not Unicode.
            return null;
        }
    }

    private static BatchResponse? ReadObject(Utf8JsonReader reader, IReadOnlyList<string> sentKeys)
    {
        // What is no object has no members, and so tells nothing.
        reader.Read();
        string? requestId = null;
        var error = new SaidError();
        List<ResponseItem>? items = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.IsName("requestId"))
            {
                requestId = reader.ReadText();
            }
            else if (reader.IsName("errorcode"))
            {
                error.ReadCode(ref reader);
            }
            else if (reader.IsName("message"))
            {
                error.ReadMessage(ref reader);
            }
            else if (reader.IsName("responses"))
            {
                if (items is not null)
                {
                    // Nothing says which of two lists is the true one.
                    return null;
                }

                items = ReadItems(ref reader, sentKeys);
            }
            else
            {
                reader.SkipValue();
            }
        }

        while (reader.Read())
        {
            // Anything after the object makes it no JSON document: Read throws.
        }

        if (items is null && !error.HasCode)
        {
            return null;
        }

        return new BatchResponse
        {
            RequestId = requestId,
            ErrorCode = error.Code,
            Message = error.Message,
            TellsOfErrors = error.TellsOfErrors,
            Items = items is { Count: > 0 } ? ResponseMatcher.Match(items, sentKeys) : [],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<ResponseItem>? ReadItems(ref Utf8JsonReader reader, IReadOnlyList<string> sentKeys)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var items = new List<ResponseItem>(sentKeys.Count);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                items.Add(ReadItem(ref reader, items.Count < sentKeys.Count ? sentKeys[items.Count] : null));
            }
            else
            {
                reader.Skip();
                items.Add(default);
            }
        }

        return items;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ResponseItem ReadItem(ref Utf8JsonReader reader, string? expectedKey)
    {
        string? key = null;
        var keysDiffer = false;
        var error = new SaidError();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.IsName("messageKey"))
            {
                var text = reader.ReadText(expectedKey);
                keysDiffer |= key is not null && key != text;
                key = text;
            }
            else if (reader.IsName("errorcode"))
            {
                error.ReadCode(ref reader);
            }
            else if (reader.IsName("message"))
            {
                error.ReadMessage(ref reader);
            }
            else
            {
                reader.SkipValue();
            }
        }

        if (keysDiffer)
        {
            return default;
        }

        var number = error.CodeOrName;
        return new ResponseItem(
            error.Status, key, number, ErrorCatalogue.NameOf(number, error.Message), error.Message);
    }
}
