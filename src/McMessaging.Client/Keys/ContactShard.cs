using System.Text;

namespace McMessaging.Keys;

/// <summary>
/// In which part of an input a contact stands. On every machine and in every version the same: a host that counted
/// otherwise would send to nobody, or to all a second time.
/// </summary>
internal static class ContactShard
{
    private const int MaxStackBytes = 512;
    private static readonly SipHash Hash = new(0x4d63_5368_6172_6431, 0x636f_6e74_6163_744b);

    /// <param name="shard">The part.</param>
    /// <param name="contactKey">The contact key as it is sent; without one, a row belongs to one part as well.</param>
    public static bool Holds(SendShard shard, string? contactKey)
    {
        var text = contactKey ?? "";
        Span<byte> bytes = stackalloc byte[MaxStackBytes];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > bytes.Length)
        {
            bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        }

        var hash = (ulong)Hash.Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        return hash % (ulong)shard.Count == (ulong)(shard.Number - 1);
    }
}
