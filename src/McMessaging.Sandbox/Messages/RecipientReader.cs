using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Reads recipients. A member of a wrong type spoils its recipient alone.</summary>
internal sealed class RecipientReader(Channel channel, ReadOnlyMemory<byte> body)
{
    private readonly AttributeReader _attributes = new();

    public List<RequestedRecipient>? ReadArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new RequestRefusedException(ServiceErrors.InvalidDataType("recipients", "an array"));
        }

        var recipients = new List<RequestedRecipient>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            recipients.Add(Read(ref reader, "recipients"));
        }

        return recipients;
    }

    public RequestedRecipient Read(ref Utf8JsonReader reader, string field)
    {
        var recipient = new RequestedRecipient();
        var start = (int)reader.TokenStartIndex;
        JsonFields.RequireObject(ref reader, field);
        while (JsonFields.NextMember(ref reader))
        {
            if (JsonFields.Takes(ref reader, "contactKey"u8))
            {
                recipient.ContactKey = Text(ref reader, recipient, MessageRefusals.InvalidContactKey);
            }
            else if (JsonFields.Takes(ref reader, "to"u8))
            {
                recipient.To = Text(ref reader, recipient, MessageRefusals.InvalidTo);
            }
            else if (JsonFields.Takes(ref reader, "messageKey"u8))
            {
                recipient.MessageKey = Text(ref reader, recipient, MessageRefusals.InvalidMessageKey);
            }
            else if (JsonFields.Takes(ref reader, "attributes"u8))
            {
                ReadAttributes(ref reader, recipient);
            }
            else
            {
                throw JsonFields.UnknownField(ref reader, channel);
            }
        }

        recipient.Text = Kept(body[start..(int)reader.BytesConsumed]);
        return recipient;
    }

    /// <summary>What stands before and after a part of the body.</summary>
    public RequestFrame FrameAround(int start, int end) => new(Kept(body[..start]), Kept(body[end..]));

    // The body's buffer is used again, and what is very long is not worth its memory.
    private static byte[] Kept(ReadOnlyMemory<byte> part) =>
        part.Length <= MessageOrigin.LongestKept ? part.ToArray() : [];

    public Dictionary<string, string> ReadAttributes(ref Utf8JsonReader reader)
    {
        var attributes = _attributes.Read(ref reader, out var error) ?? [];
        return error is { } wrong ? throw new RequestRefusedException(wrong) : attributes;
    }

    private void ReadAttributes(ref Utf8JsonReader reader, RequestedRecipient recipient)
    {
        recipient.Attributes = _attributes.Read(ref reader, out var error);
        recipient.TypeError ??= error;
    }

    private static string? Text(ref Utf8JsonReader reader, RequestedRecipient recipient, ServiceError wrongType)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            recipient.TypeError ??= wrongType;
        }

        reader.Skip();
        return null;
    }
}
