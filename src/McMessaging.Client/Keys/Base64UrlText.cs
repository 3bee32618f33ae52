using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace McMessaging.Keys;

/// <summary>Bytes as URL-safe text without padding, as in the service's own generated keys.</summary>
internal static class Base64UrlText
{
    /// <summary>Writes 4 characters for 3 bytes; the text's length says how many are wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Encode(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        Span<byte> padded = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(bytes.Length)];
        Base64.EncodeToUtf8(bytes, padded, out _, out _);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = padded[i] switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', var c => c };
        }
    }
}
