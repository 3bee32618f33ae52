using System.Text.Json;

namespace McMessaging.Serialization;

/// <summary>Reads members and values as the service really writes them: any case, numbers as text.</summary>
internal static class Utf8JsonReaderExtensions
{
    public static bool IsName(this ref Utf8JsonReader reader, string name) =>
        reader.ValueTextEquals(name) || name.Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The text of the value that follows; <c>null</c> if it is no single value. Skips it either way.
    /// </summary>
    public static string? ReadText(this ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>
    /// Like <see cref="ReadText(ref Utf8JsonReader)"/>, without a new string where the text is the expected one.
    /// </summary>
    public static string? ReadText(this ref Utf8JsonReader reader, string? expected)
    {
        var ahead = reader;
        ahead.Read();
        if (expected is null || ahead.TokenType != JsonTokenType.String || !ahead.ValueTextEquals(expected))
        {
            return reader.ReadText();
        }

        reader = ahead;
        return expected;
    }

    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
