namespace McMessaging;

/// <summary>Addresses as views and reports show them: people can be told apart, and not be written to.</summary>
public static class AddressMask
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

    /// <summary>A mobile number: its first and its last two characters.</summary>
    internal static string Number(string text) => text.Length < 5 ? "…" : $"{text[..2]}…{text[^2..]}";

    /// <summary>Whether a text can be a mobile number as people write it.</summary>
    internal static bool IsNumber(string text) =>
        text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits
        && text.All(character => char.IsAsciiDigit(character) || character is ' ' or '+' or '-' or '.' or '(' or ')');
}
