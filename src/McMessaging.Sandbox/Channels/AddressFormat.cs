namespace McMessaging.Sandboxing.Channels;

/// <summary>What passes for an address. The service's own rules are stricter and not published.</summary>
internal static class AddressFormat
{
    private const int ShortestNumber = 7;
    private const int LongestNumber = 15;

    public static bool IsEmail(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }

    public static bool IsMobileNumber(string number)
    {
        var digits = number.StartsWith('+') ? number.AsSpan(1) : number;
        return digits.Length is >= ShortestNumber and <= LongestNumber
            && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
