using System.Text;
using System.Text.Json;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Reads attributes: strings, numbers and booleans by name.</summary>
internal sealed class AttributeReader
{
    // The recipients of a request mostly have the same attributes in the same order.
    private readonly List<string> _names = [];

    /// <summary>Null when there are none or they are not an object; the last of members of one name counts.</summary>
    public Dictionary<string, string>? Read(ref Utf8JsonReader reader, out ServiceError? error)
    {
        error = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                error = ServiceErrors.InvalidDataType("attributes", "an object");
            }

            reader.Skip();
            return null;
        }

        var attributes = new Dictionary<string, string>(_names.Count, StringComparer.Ordinal);
        for (var position = 0; JsonFields.NextMember(ref reader); position++)
        {
            var name = ReadName(ref reader, position);
            reader.Read();
            if (ReadValue(ref reader) is { } value)
            {
                attributes[name] = value;
            }
            else
            {
                error ??= ServiceErrors.InvalidDataType($"attributes.{name}", "a string, number or boolean");
            }
        }

        return attributes;
    }

    private string ReadName(ref Utf8JsonReader reader, int position)
    {
        if (position < _names.Count && reader.ValueTextEquals(_names[position]))
        {
            return _names[position];
        }

        var name = reader.GetString()!;
        if (position < _names.Count)
        {
            _names[position] = name;
        }
        else
        {
            _names.Add(name);
        }

        return name;
    }

    private static string? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
