using System.Text;

namespace McMessaging.Keys;

/// <summary>
/// 128 bits that stand for a message key while a run lasts, under a secret of the run: whoever chooses keys can neither
/// make two of them count as one nor aim many at one place of a table.
/// </summary>
internal sealed class KeyHash
{
    private const int MaxStackBytes = 512;
    private readonly SipHash _hash = SipHash.WithRandomSecret();

    public UInt128 Of(string messageKey)
    {
        Span<byte> bytes = stackalloc byte[MaxStackBytes];
        if (Encoding.UTF8.GetMaxByteCount(messageKey.Length) > bytes.Length)
        {
            bytes = new byte[Encoding.UTF8.GetByteCount(messageKey)];
        }

        return _hash.Of(bytes[..Encoding.UTF8.GetBytes(messageKey, bytes)]);
    }

    /// <param name="messageKey">The key's text in UTF-8.</param>
    public UInt128 Of(ReadOnlySpan<byte> messageKey) => _hash.Of(messageKey);
}
