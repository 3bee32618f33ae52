using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Steps through the members of a JSON object.</summary>
internal static class JsonFields
{
    public static void RequireObject(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RequestRefusedException(ServiceErrors.InvalidDataType(field, "an object"));
        }
    }

    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes on to the member's value if the member has this name.</summary>
    public static bool Takes(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueTextEquals(name) && reader.Read();

    public static string? Text(ref Utf8JsonReader reader, string field) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw new RequestRefusedException(ServiceErrors.InvalidDataType(field, "a string")),
    };

    public static RequestRefusedException UnknownField(ref Utf8JsonReader reader, Channel channel) =>
        new(ServiceErrors.UnknownFieldName(channel.Name, reader.GetString()));
}
