using System.Text.Json;
using McMessaging.Http;
using McMessaging.Recipients;

namespace McMessaging.Endpoints;

/// <summary>
/// The Email Studio triggered send, one recipient a request: <c>/messaging/v1/messageDefinitionSends/…/send</c>.
/// </summary>
internal sealed class TriggeredEndpoint : SendEndpoint
{
    private readonly SendOptions _options;
    private readonly List<KeyValuePair<string, string>> _attributes;

    public TriggeredEndpoint(SendOptions options, List<KeyValuePair<string, string>> attributes)
    {
        _options = options;
        _attributes = attributes;
        DefinitionName = options.DefinitionId?.ToString() ?? options.DefinitionKey!;
        Path = options.DefinitionId is { } id
            ? $"messaging/v1/messageDefinitionSends/{id}/send"
            : $"messaging/v1/messageDefinitionSends/key:{Uri.EscapeDataString(options.DefinitionKey!)}/send";
        Frame = BodyFrame.Write(WriteUpToRecipient, writer => writer.WriteNullValue(), WriteAfterRecipient);
    }

    public override MessageChannel Channel => MessageChannel.Triggered;

    public override string DefinitionName { get; }

    public override string Action => "Send triggered email";

    public override string Path { get; }

    public override int MaxRecipients => 1;

    public override bool CanRetryAmbiguous => _options.RetryAmbiguous;

    public override BodyFrame Frame { get; }

    public override void WriteRecipient(Utf8JsonWriter writer, MappedRecipient recipient, string messageKey)
    {
        writer.WriteStartObject();
        if (recipient.To is not null)
        {
            writer.WriteString("Address"u8, recipient.To);
        }

        writer.WriteString("SubscriberKey"u8, recipient.ContactKey);
        if (recipient.Attributes.Count > 0 || _attributes.Count > 0)
        {
            writer.WriteStartObject("ContactAttributes"u8);
            writer.WritePropertyName("SubscriberAttributes"u8);
            WriteAttributes(writer, AttributesOf(recipient));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    protected override BatchResponse? Parse(ServiceResponse response, IReadOnlyList<string> sentKeys) =>
        TriggeredResponseReader.Read(response.Body);

    // A triggered send has no place for attributes of the whole request, so each recipient carries them.
    private List<KeyValuePair<string, string>> AttributesOf(MappedRecipient recipient)
    {
        if (_attributes.Count == 0)
        {
            return recipient.Attributes;
        }

        var own = recipient.Attributes.Select(attribute => attribute.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. recipient.Attributes, .. _attributes.Where(attribute => !own.Contains(attribute.Key))];
    }

    private void WriteUpToRecipient(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_options.FromAddress is not null || _options.FromName is not null)
        {
            writer.WriteStartObject("From"u8);
            if (_options.FromAddress is not null)
            {
                writer.WriteString("Address"u8, _options.FromAddress);
            }

            if (_options.FromName is not null)
            {
                writer.WriteString("Name"u8, _options.FromName);
            }

            writer.WriteEndObject();
        }

        writer.WritePropertyName("To"u8);
    }

    private void WriteAfterRecipient(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("Options"u8);
        writer.WriteString("RequestType"u8, _options.RequestType == TriggeredRequestType.Sync ? "SYNC" : "ASYNC");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
