using System.Text.RegularExpressions;

namespace McMessaging;

/// <summary>Addresses as views and reports show them: people can be told apart, and not be written to.</summary>
public static partial class AddressMask
{
    private const int MaxHead = 6;
    private const int MaxTail = 2;
    private const int MaxOfDomain = 3;
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>
    /// A text that may be an email address: one that is keeps at most half of each of its parts; any other comes back
    /// as it is.
    /// </summary>
    public static string Email(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('@');
        if (at < 0)
        {
            return text;
        }

        var name = text.AsSpan(0, at);
        var domain = text.AsSpan(at + 1);
        var tail = Math.Min(name.Length / 6, MaxTail);
        var head = Math.Min((name.Length / 2) - tail, MaxHead);
        return $"{name[..head]}…{name[^tail..]}@{domain[..Math.Min(domain.Length / 2, MaxOfDomain)]}…";
    }

    /// <summary>Words on a recipient, which may repeat its address or another one, in other spellings too.</summary>
    /// <param name="words">The words.</param>
    /// <param name="address">The recipient's address or mobile number, if it is known.</param>
    /// <param name="isSms">Whether numbers may be mobile numbers, though the address is not known.</param>
    public static string Words(string words, string? address, bool isSms = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        var isKnown = !string.IsNullOrEmpty(address);
        var masked = isKnown ? words.Replace(address!, "…", StringComparison.OrdinalIgnoreCase) : words;
        masked = EmailWord().Replace(masked, word => Email(word.Value));
        return isSms || (isKnown && IsNumber(address!))
            ? NumberWord().Replace(masked, word => Number(word.Value))
            : masked;
    }

    /// <summary>A contact key, which people make of addresses; one that is none comes back as it is.</summary>
    /// <param name="key">The contact key.</param>
    /// <param name="address">The address of the same recipient.</param>
    /// <param name="isSms">Whether addresses are mobile numbers.</param>
    public static string ContactKey(string key, string? address, bool isSms)
    {
        ArgumentNullException.ThrowIfNull(key);
        var isNumber = !key.Contains('@', StringComparison.Ordinal)
            && (key == address || (IsNumber(key) && (isSms || key.StartsWith('+'))));
        return isNumber ? Number(key) : Email(key);
    }

    /// <summary>Whether a channel, given by its name, is the one whose addresses are mobile numbers.</summary>
    public static bool IsSms(string? channel) =>
        nameof(MessageChannel.Sms).Equals(channel, StringComparison.OrdinalIgnoreCase);

    /// <summary>A mobile number: its first and its last two characters.</summary>
    internal static string Number(string text) => text.Length switch
    {
        0 => "",
        < 5 => "…",
        _ => $"{text[..2]}…{text[^2..]}",
    };

    /// <summary>Whether a text can be a mobile number as people write it.</summary>
    internal static bool IsNumber(string text) =>
        text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits
        && text.All(character => char.IsAsciiDigit(character) || character is ' ' or '+' or '-' or '.' or '(' or ')');

    [GeneratedRegex("""[^\s"'<>(),;:=\[\]]+@[^\s"'<>(),;:\[\]]+""")]
    private static partial Regex EmailWord();

    [GeneratedRegex(@"\+?\d[\d .()-]{5,}\d")]
    private static partial Regex NumberWord();
}
