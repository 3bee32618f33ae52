using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Reads the body of a send request and refuses members the service does not know.</summary>
internal static class SendRequestReader
{
    public static SendRequest ReadMany(ReadOnlyMemory<byte> body, Channel channel) =>
        Read(body, channel, isSingle: false);

    public static SendRequest ReadOne(ReadOnlyMemory<byte> body, Channel channel) =>
        Read(body, channel, isSingle: true);

    /// <summary>The definition key of a body that may be anything; null when there is none to be found.</summary>
    public static string? PeekDefinitionKey(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            reader.Read();
            while (JsonFields.NextMember(ref reader))
            {
                if (JsonFields.Takes(ref reader, "definitionKey"u8))
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What is not JSON names no definition; the request is refused for it later.
        }

        return null;
    }

    private static SendRequest Read(ReadOnlyMemory<byte> body, Channel channel, bool isSingle)
    {
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            reader.Read();
            var request = ReadBody(ref reader, new RecipientReader(channel, body), channel, isSingle);
            reader.Read();
            return request;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RequestRefusedException(ServiceErrors.NotJson);
        }
    }

    private static SendRequest ReadBody(
        ref Utf8JsonReader reader, RecipientReader recipients, Channel channel, bool isSingle)
    {
        var request = new SendRequest();
        JsonFields.RequireObject(ref reader, "body");
        while (JsonFields.NextMember(ref reader))
        {
            if (JsonFields.Takes(ref reader, "definitionKey"u8))
            {
                request.DefinitionKey = JsonFields.Text(ref reader, "definitionKey");
            }
            else if (!isSingle && JsonFields.Takes(ref reader, "recipients"u8))
            {
                var start = (int)reader.BytesConsumed;
                request.Recipients = recipients.ReadArray(ref reader);
                request.Frame = recipients.FrameAround(start, (int)reader.BytesConsumed - 1);
            }
            else if (isSingle && JsonFields.Takes(ref reader, "recipient"u8))
            {
                var start = (int)reader.TokenStartIndex;
                request.Recipients = [recipients.Read(ref reader, "recipient")];
                request.Frame = recipients.FrameAround(start, (int)reader.BytesConsumed);
            }
            else if (!isSingle && JsonFields.Takes(ref reader, "attributes"u8))
            {
                request.Attributes = recipients.ReadAttributes(ref reader);
            }
            else if (channel == Channel.Sms && JsonFields.Takes(ref reader, "content"u8))
            {
                request.Text = ReadContent(ref reader);
            }
            else if (channel == Channel.Sms && JsonFields.Takes(ref reader, "subscriptions"u8))
            {
                ReadSubscriptions(ref reader);
            }
            else
            {
                throw JsonFields.UnknownField(ref reader, channel);
            }
        }

        return request;
    }

    private static string? ReadContent(ref Utf8JsonReader reader)
    {
        string? text = null;
        JsonFields.RequireObject(ref reader, "content");
        while (JsonFields.NextMember(ref reader))
        {
            if (!JsonFields.Takes(ref reader, "message"u8))
            {
                throw JsonFields.UnknownField(ref reader, Channel.Sms);
            }

            text = JsonFields.Text(ref reader, "content.message");
        }

        return text;
    }

    private static void ReadSubscriptions(ref Utf8JsonReader reader)
    {
        JsonFields.RequireObject(ref reader, "subscriptions");
        while (JsonFields.NextMember(ref reader))
        {
            if (!JsonFields.Takes(ref reader, "resubscribe"u8))
            {
                throw JsonFields.UnknownField(ref reader, Channel.Sms);
            }

            if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
            {
                throw new RequestRefusedException(MessageRefusals.InvalidResubscribe);
            }
        }
    }
}
