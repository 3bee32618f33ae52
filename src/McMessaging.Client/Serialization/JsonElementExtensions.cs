using System.Globalization;
using System.Text.Json;

namespace McMessaging.Serialization;

/// <summary>
/// Reads members without regard to case, and numbers written as text: the service's own spelling varies.
/// </summary>
internal static class JsonElementExtensions
{
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (name.Equals(NameOf(property), StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>Whether there is a member that is neither <c>null</c> nor empty, whatever it is.</summary>
    public static bool Says(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: not JsonValueKind.Null } value
        && (value.ValueKind != JsonValueKind.String || !value.ValueEquals(""));

    public static string? Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.TextOrNull(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    public static long? Number(this JsonElement element, string name) =>
        element.Member(name) is { } value && TryNumber(value, out var number) ? number : null;

    public static bool? Flag(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.TextOrNull(), out var flag) => flag,
        { } value when TryNumber(value, out var number) && number is 0 or 1 => number == 1,
        _ => null,
    };

    public static bool TryNumber(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out number),
            JsonValueKind.String => long.TryParse(
                value.TextOrNull(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    /// <summary>The text of a JSON string; <c>null</c> if it is no text (half a character, broken UTF-8).</summary>
    public static string? TextOrNull(this JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The document, if the bytes are one whole JSON object.</summary>
    public static JsonDocument? TryParseObject(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The elements of an array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The texts of an array; what is no text is left out.</summary>
    public static string[] Texts(this JsonElement element, string name) => element.Items(name)
        .Where(item => item.ValueKind == JsonValueKind.String)
        .Select(item => item.TextOrNull())
        .OfType<string>()
        .ToArray();

    /// <summary>A text that is not empty: the service writes <c>""</c> for what it does not know.</summary>
    public static string? FilledText(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>A number of seconds, perhaps with a fraction.</summary>
    public static TimeSpan? Seconds(this JsonElement element, string name) =>
        double.TryParse(element.Text(name), CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>The number as an error code, if it can be one.</summary>
    public static int? ToCode(this long? number) =>
        number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
