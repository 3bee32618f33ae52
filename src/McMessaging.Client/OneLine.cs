using System.Globalization;
using System.Text;

namespace McMessaging;

/// <summary>
/// Text that somebody else wrote, as a person may read it: it can neither move a terminal's cursor nor pretend to be a
/// line of ours.
/// </summary>
public static class OneLine
{
    private const int LongestName = 500;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// The text on one line, without control, escape and direction characters, and with single spaces.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The length in characters from which on it is cut, with an ellipsis.</param>
    public static string Of(string? text, int maxLength = LongestName)
    {
        var line = new StringBuilder();
        var isSpacePending = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                isSpacePending = line.Length > 0;
                continue;
            }

            if (isSpacePending)
            {
                line.Append(' ');
                isSpacePending = false;
            }

            line.Append(rune);
            if (line.Length > maxLength)
            {
                return line.ToString(0, CutBefore(line, maxLength)) + "…";
            }
        }

        return line.ToString();
    }

    private static int CutBefore(StringBuilder line, int length) =>
        char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;

    // The joiners are letters' business in Persian and in emoji, and harmless.
    private static bool IsSpace(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator => true,
        UnicodeCategory.Format => rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner),
        _ => false,
    };
}
