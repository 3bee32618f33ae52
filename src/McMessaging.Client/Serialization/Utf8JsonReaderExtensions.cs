using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace McMessaging.Serialization;

/// <summary>Reads members and values as the service really writes them: any case, numbers as text.</summary>
internal static class Utf8JsonReaderExtensions
{
    // Most names are not the one that is looked for: no text is made of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsName(this ref Utf8JsonReader reader, string name) =>
        !reader.ValueIsEscaped && Ascii.IsValid(reader.ValueSpan)
            ? Ascii.EqualsIgnoreCase(reader.ValueSpan, name)
            : name.Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The text of the value that follows; <c>null</c> if it is no single value. Skips it either way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? ReadText(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.Text();
    }

    /// <summary>
    /// Like <see cref="ReadText(ref Utf8JsonReader)"/>, without a new string where the text is the expected one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? ReadText(this ref Utf8JsonReader reader, string? expected)
    {
        reader.Read();
        var isExpected = expected is not null
            && reader.TokenType == JsonTokenType.String
            && reader.ValueTextEquals(expected);
        return isExpected ? expected : reader.Text();
    }

    /// <summary>The whole number that follows, or that a text says; else <c>null</c>. Skips it either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int? ReadNumber(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt32(out var number) ? number : null;
        }

        return int.TryParse(reader.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : null;
    }

    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string? Text(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }
}
