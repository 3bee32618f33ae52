using System.Globalization;
using System.Text.Json;
using McMessaging.Http;

namespace McMessaging.Calls;

/// <summary>More ways to read members; what is missing or of another kind reads as nothing.</summary>
internal static class JsonReading
{
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
}
