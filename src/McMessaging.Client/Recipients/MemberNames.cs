using System.Globalization;

namespace McMessaging;

/// <summary>The names of an input object's members, for a message: on one line, and not too many.</summary>
public static class MemberNames
{
    private const int MaxNames = 12;
    private const int MaxLength = 40;

    /// <summary>The names as given, without characters that could do something to a terminal.</summary>
    public static string Describe(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var all = names.ToArray();
        var shown = all.Take(MaxNames).Select(name => $"'{Plain(name)}'");
        return string.Join(", ", shown) + (all.Length > MaxNames ? ", …" : "");
    }

    /// <summary>One name.</summary>
    internal static string Plain(string name)
    {
        var plain = string.Concat(name.Select(character => IsHarmless(character) ? character : '?'));
        return plain.Length > MaxLength ? plain[..MaxLength] + "…" : plain;
    }

    private static bool IsHarmless(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
