using System.Runtime.CompilerServices;
using System.Text;

namespace McMessaging.Recipients;

/// <summary>Brings addresses into the form that is sent, and tells those that cannot be one.</summary>
internal static class Addresses
{
    private const int LongestEmail = 254;

    // E.164 with its country code.
    private const int LongestNumber = 15;

    /// <summary>The form that is sent; <c>null</c> if the text can be no address of this channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? Clean(string text, MessageChannel channel) => channel == MessageChannel.Sms
        ? CleanNumber(text)
        : CanBeEmail(text) ? text : null;

    // Only what no mail system takes is refused: the service knows better what it takes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool CanBeEmail(string text)
    {
        var last = text.Length - 1;
        var at = last;
        // Plain loops: an address is too short for anything that first has to be compiled.
        for (; at >= 0 && text[at] != '@'; at--)
        {
            if (text[at] <= ' ' || (text[at] == '.' && (at == last || text[at + 1] == '.')))
            {
                return false;
            }
        }

        if (at < 1 || at == last || text[at + 1] == '.' || text.Length > LongestEmail)
        {
            return false;
        }

        var isQuoted = at > 1 && text[0] == '"' && text[at - 1] == '"';
        for (var i = 0; i < at; i++)
        {
            if (text[i] < ' ' || (!isQuoted && text[i] is ' ' or '@'))
            {
                return false;
            }
        }

        return true;
    }

    private static string? CleanNumber(string text)
    {
        var isInternational = text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal);
        var rest = text.StartsWith('+') ? text[1..] : isInternational ? text[2..] : text;
        if (isInternational && rest.IndexOf("(0)", StringComparison.Ordinal) is >= 0 and var trunk)
        {
            rest = rest.Remove(trunk, "(0)".Length);
        }

        var digits = new StringBuilder(rest.Length);
        foreach (var character in rest)
        {
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
            }
            else if (!IsBetweenDigits(character))
            {
                return null;
            }
        }

        return digits.Length is > 0 and <= LongestNumber ? digits.ToString() : null;
    }

    private static bool IsBetweenDigits(char character) =>
        char.IsWhiteSpace(character)
        || character is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '.' or '(' or ')';
}
