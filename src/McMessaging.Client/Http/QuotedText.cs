using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace McMessaging.Http;

/// <summary>Finds out what a text says in the ways in which one text is quoted in another.</summary>
internal static partial class QuotedText
{
    // JSON in JSON, or an address in a page.
    private const int Rounds = 2;
    private const int LongestRead = 16 * 1024;

    /// <summary>
    /// The text and, beside it, what it is without the quoting of JSON, HTML, addresses and Base64, and without what
    /// breaks it in pieces.
    /// </summary>
    public static string Plain(string text)
    {
        var start = text[..Math.Min(text.Length, LongestRead)];
        var texts = new HashSet<string>(StringComparer.Ordinal) { start, Unbroken(start) };
        for (var round = 0; round < Rounds; round++)
        {
            texts.UnionWith(texts.SelectMany(Unquote).ToArray());
        }

        texts.UnionWith(texts.Select(Unbroken).ToArray());
        return string.Join('\n', texts);
    }

    /// <summary>The letters and digits of a text, without anything between them.</summary>
    public static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));

    // Spaces, ends of lines, characters without width, and the zeros of UTF-16.
    private static string Unbroken(string text) => string.Concat(text.Where(letter =>
        !char.IsWhiteSpace(letter)
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format)));

    private static string[] Unquote(string text) =>
        [FromJson(text), WebUtility.HtmlDecode(text), WebUtility.UrlDecode(text), FromBase64(text)];

    private static string FromJson(string text) => JsonEscape()
        .Replace(text, escape => ((char)ushort.Parse(
            escape.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\r", "\r", StringComparison.Ordinal)
        .Replace("\\t", "\t", StringComparison.Ordinal)
        .Replace("\\", "", StringComparison.Ordinal);

    // Without the spaces before it, a run begins with letters of other words: it is read from each of four places.
    private static string FromBase64(string text) => string.Join('\n', Base64Run().Matches(text)
        .SelectMany(run => Enumerable.Range(0, 4).Select(start => Decode(run.Value[start..]))));

    private static string Decode(string run)
    {
        var plain = run.Replace('-', '+').Replace('_', '/');
        var whole = plain[..(plain.Length - (plain.Length % 4 == 1 ? 1 : 0))];
        var bytes = Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='));
        return Encoding.UTF8.GetString(bytes);
    }

    [GeneratedRegex(@"\\+u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape();

    [GeneratedRegex("[A-Za-z0-9+/_-]{6,}")]
    private static partial Regex Base64Run();
}
