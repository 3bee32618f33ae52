using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Http;
using McMessaging.Recipients;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>
/// The sends of email and SMS: <c>/messaging/v1/{channel}/messages</c>, and <c>…/messages/{messageKey}</c> where the
/// caller wants one recipient a request.
/// </summary>
internal sealed class MessagesEndpoint : SendEndpoint
{
    private readonly SendOptions _options;
    private readonly bool _isSingle;

    public MessagesEndpoint(SendOptions options, List<KeyValuePair<string, string>> attributes)
    {
        _options = options;
        Channel = options.Channel;
        Path = options.Channel == MessageChannel.Sms ? "messaging/v1/sms/messages" : "messaging/v1/email/messages";
        // The route for one recipient has no place for request-wide attributes.
        _isSingle = options.BatchSize == 1 && attributes.Count == 0;
        Frame = BodyFrame.Write(WriteUpToRecipients, _ => { }, writer => WriteAfterRecipients(writer, attributes));
    }

    public override MessageChannel Channel { get; }

    public override string DefinitionName => _options.DefinitionKey!;

    public override string Action => Channel == MessageChannel.Sms ? "Send SMS" : "Send email";

    public override string Path { get; }

    public override int MaxRecipients => 2000;

    public override bool CanRetryAmbiguous => true;

    public override BodyFrame Frame { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WriteRecipient(Utf8JsonWriter writer, MappedRecipient recipient, string messageKey) =>
        WriteRecipientObject(writer, recipient, messageKey);

    public override EncodedRequest? Single(MappedRecipient recipient, string messageKey)
    {
        if (!_isSingle || !PathKey.IsSafe(messageKey))
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.WriteStartObject();
        writer.WriteString("definitionKey"u8, _options.DefinitionKey);
        writer.WritePropertyName("recipient"u8);
        WriteRecipientObject(writer, recipient, null);
        WriteSubscriptions(writer);
        WriteContent(writer);
        writer.WriteEndObject();
        writer.Flush();
        return new EncodedRequest($"{Path}/{Uri.EscapeDataString(messageKey)}", buffer.WrittenMemory);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteRecipientObject(Utf8JsonWriter writer, MappedRecipient recipient, string? messageKey)
    {
        writer.WriteStartObject();
        writer.WriteString("contactKey"u8, recipient.ContactKey);
        if (recipient.To is not null)
        {
            writer.WriteString("to"u8, recipient.To);
        }

        if (messageKey is not null)
        {
            writer.WriteString("messageKey"u8, messageKey);
        }

        if (recipient.Attributes.Count > 0)
        {
            writer.WritePropertyName("attributes"u8);
            WriteAttributes(writer, recipient.Attributes);
        }

        writer.WriteEndObject();
    }

    protected override BatchResponse? Parse(ServiceResponse response, IReadOnlyList<string> sentKeys) =>
        MessagesResponseReader.Read(response.Body.Span, sentKeys);

    private void WriteUpToRecipients(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("definitionKey"u8, _options.DefinitionKey);
        writer.WriteStartArray("recipients"u8);
    }

    private void WriteAfterRecipients(Utf8JsonWriter writer, List<KeyValuePair<string, string>> attributes)
    {
        writer.WriteEndArray();
        WriteSubscriptions(writer);
        WriteContent(writer);
        if (attributes.Count > 0)
        {
            writer.WritePropertyName("attributes"u8);
            WriteAttributes(writer, attributes);
        }

        writer.WriteEndObject();
    }

    private void WriteSubscriptions(Utf8JsonWriter writer)
    {
        if (_options.Resubscribe)
        {
            writer.WriteStartObject("subscriptions"u8);
            writer.WriteBoolean("resubscribe"u8, true);
            writer.WriteEndObject();
        }
    }

    private void WriteContent(Utf8JsonWriter writer)
    {
        if (_options.MessageText is null)
        {
            return;
        }

        writer.WriteStartObject("content"u8);
        writer.WriteString("message"u8, _options.MessageText);
        writer.WriteEndObject();
    }
}
