using System.Globalization;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Status;

/// <summary>
/// Contacts and addresses that are accepted and then not sent to: those whose contact key or address begins with
/// notsent, bounce, badattribute or blackout, or with notsent- and a code; and the number 1555000 with a code of four
/// digits.
/// </summary>
internal static class NotSentMarks
{
    private const string NotSent = "notsent";
    private const string MarkedNumber = "1555000";
    private const int MarkedNumberLength = 11;

    private static readonly (string Word, int Code)[] Words =
    [
        ("bounce", 2),
        ("badattribute", 16),
        ("blackout", 25),
    ];

    /// <summary>The code with which a message is not sent; null when nothing marks it.</summary>
    public static int? CodeOf(SandboxMessage message)
    {
        var usual = message.Channel == ChannelNames.Sms ? Channel.Sms.NotSentCode : Channel.Email.NotSentCode;
        return CodeIn(message.ContactKey, usual)
            ?? CodeIn(message.To, usual)
            ?? (message.Channel == ChannelNames.Sms ? CodeInNumber(message.To) : null);
    }

    private static int? CodeIn(string? text, int usual)
    {
        if (text is null)
        {
            return null;
        }

        foreach ((var word, var code) in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        if (!text.StartsWith(NotSent, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text.AsSpan(NotSent.Length);
        var digits = rest.Length > 0 && rest[0] == '-' ? LeadingDigits(rest[1..]) : default;
        return Number(digits) ?? usual;
    }

    private static int? CodeInNumber(string? to)
    {
        var digits = (to ?? "").TrimStart('+');
        return digits.Length == MarkedNumberLength && digits.StartsWith(MarkedNumber, StringComparison.Ordinal)
            ? Number(digits.AsSpan(MarkedNumber.Length))
            : null;
    }

    private static ReadOnlySpan<char> LeadingDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
