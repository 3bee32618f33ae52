namespace McMessaging.Sandboxing.Inbox;

/// <summary>How many SMS a text takes, after GSM 03.38 and 03.40.</summary>
/// <param name="Encoding">GSM-7, or UCS-2 when the text has a character that GSM-7 lacks.</param>
/// <param name="Units">Its length: septets (a character of the extension table takes two) or UTF-16 units.</param>
/// <param name="Count">How many SMS it is sent in; none for no text.</param>
/// <param name="UnitsPerSegment">What one of them holds: less where several are joined.</param>
internal sealed record SmsSegments(string Encoding, int Units, int Count, int UnitsPerSegment)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private static readonly HashSet<char> BasicCharacters = [.. Basic];
    private static readonly HashSet<char> ExtensionCharacters = [.. Extension];

    public static SmsSegments Of(string text)
    {
        var isGsm7 = text.All(c => BasicCharacters.Contains(c) || ExtensionCharacters.Contains(c));
        return isGsm7
            ? Divide("GSM-7", single: 160, joined: 153, text.Select(c => ExtensionCharacters.Contains(c) ? 2 : 1))
            : Divide("UCS-2", single: 70, joined: 67, text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength));
    }

    // A character that takes two units is never divided between two SMS.
    private static SmsSegments Divide(string encoding, int single, int joined, IEnumerable<int> lengths)
    {
        var units = 0;
        var segments = 0;
        var left = 0;
        foreach (var length in lengths)
        {
            units += length;
            if (length > left)
            {
                segments++;
                left = joined;
            }

            left -= length;
        }

        return units <= single
            ? new SmsSegments(encoding, units, Math.Min(units, 1), single)
            : new SmsSegments(encoding, units, segments, joined);
    }
}
