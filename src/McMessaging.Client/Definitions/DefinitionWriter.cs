using System.Buffers;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Definitions;

/// <summary>Writes the body that makes or changes a definition: what was given, and nothing else.</summary>
internal static class DefinitionWriter
{
    /// <exception cref="McException">A field is given that the channel does not have.</exception>
    public static ReadOnlyMemory<byte> Write(MessageChannel channel, string? definitionKey, SendDefinitionChange change)
    {
        var fields = DefinitionField.Of(change);
        var foreign = fields.Find(field => field.OnlyFor is { } only && only != channel);
        if (foreign is not null)
        {
            throw Foreign(foreign, channel);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.WriteStartObject();
        if (definitionKey is not null)
        {
            writer.WriteString("definitionKey"u8, definitionKey);
        }

        foreach (var section in fields.GroupBy(field => field.Section))
        {
            if (section.Key is { } name)
            {
                writer.WriteStartObject(name);
            }

            foreach (var field in section)
            {
                WriteField(writer, field);
            }

            if (section.Key is not null)
            {
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteField(Utf8JsonWriter writer, DefinitionField field)
    {
        writer.WritePropertyName(field.Name);
        switch (field.Value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case UrlShortenerOptions shortener:
                WriteShortener(writer, shortener);
                break;
            case IEnumerable<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteShortener(Utf8JsonWriter writer, UrlShortenerOptions shortener)
    {
        writer.WriteStartObject();
        if (shortener.IsLinkShorteningEnabled is { } isEnabled)
        {
            writer.WriteBoolean("isLinkShorteningEnabled"u8, isEnabled);
        }

        if (shortener.IsSubscriberTrackingEnabled is { } isTracked)
        {
            writer.WriteBoolean("isSubscriberTrackingEnabled"u8, isTracked);
        }

        if (shortener.ShortenerType is { } type)
        {
            writer.WriteString("shortenerType"u8, type);
        }

        writer.WriteEndObject();
    }

    private static McException Foreign(DefinitionField field, MessageChannel channel) => new(
        "FieldOfAnotherChannel",
        McErrorCategory.InvalidArgument,
        $"The field '{field.Name}' belongs to definitions of the channel {field.OnlyFor}, not {channel}.",
        $"Leave the field '{field.Name}' out, or give the channel {field.OnlyFor}.");
}
