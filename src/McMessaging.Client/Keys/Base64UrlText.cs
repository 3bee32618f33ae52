namespace McMessaging.Keys;

/// <summary>16 bytes as 22 URL-safe characters, as in the service's own generated keys.</summary>
internal static class Base64UrlText
{
    public static void Encode(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        Span<char> padded = stackalloc char[24];
        Convert.TryToBase64Chars(bytes, padded, out _);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = padded[i] switch { '+' => '-', '/' => '_', var c => c };
        }
    }

    /// <summary>
    /// Decodes only what <see cref="Encode"/> can have made, so that two texts never mean the same bytes.
    /// </summary>
    public static bool TryDecode(string text, Span<byte> bytes)
    {
        Span<char> padded = stackalloc char[24];
        for (var i = 0; i < text.Length; i++)
        {
            padded[i] = text[i] switch { '-' => '+', '_' => '/', '+' or '/' => '\0', var c => c };
        }

        padded[22] = '=';
        padded[23] = '=';
        if (!Convert.TryFromBase64Chars(padded, bytes, out var written) || written != 16)
        {
            return false;
        }

        Span<char> again = stackalloc char[22];
        Encode(bytes, again);
        return again.SequenceEqual(text);
    }
}
