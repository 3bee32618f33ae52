using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace McMessaging.Keys;

/// <summary>
/// The message keys of one run. A derived key depends only on run id, contact key, address and occurrence, so the same
/// input has the same keys on any machine and in any later run with the same run id.
/// </summary>
internal sealed class MessageKeys(string runId)
{
    private readonly FingerprintSet _seen = new();
    private readonly Dictionary<UInt128, int> _occurrences = [];
    private byte[] _scratch = new byte[512];

    /// <summary>How many keys were derived for a contact key and address that came before.</summary>
    public long Repeats { get; private set; }

    /// <summary>The key for the next recipient with this contact key and address: never the same twice.</summary>
    public string Derive(string contactKey, string? to)
    {
        var first = Fingerprint(contactKey, to, 1);
        if (_seen.Add(first))
        {
            return Text(first);
        }

        Repeats++;
        _occurrences.TryGetValue(first, out var last);
        UInt128 next;
        do
        {
            last = Math.Max(last, 1) + 1;
            next = Fingerprint(contactKey, to, last);
        }
        while (!_seen.Add(next));
        _occurrences[first] = last;
        return Text(next);
    }

    /// <summary>Notes a given key; <c>false</c> if it was used in this run before.</summary>
    public bool TryTake(string messageKey) => _seen.Add(Identify(messageKey));

    /// <summary>128 bits that stand for a key; a derived key's are the key itself.</summary>
    public static UInt128 Identify(string messageKey)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!TryDecode(messageKey, bytes))
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(messageKey), digest);
            digest[..16].CopyTo(bytes);
        }

        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private UInt128 Fingerprint(string contactKey, string? to, int occurrence)
    {
        var length = 0;
        Append(runId, ref length);
        Append(contactKey, ref length);
        Append(to ?? "", ref length);
        Reserve(length + sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(_scratch.AsSpan(length), occurrence);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_scratch.AsSpan(0, length + sizeof(int)), digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    private void Append(string text, ref int length)
    {
        Reserve(length + sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, _scratch.AsSpan(length + sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(_scratch.AsSpan(length), written);
        length += sizeof(int) + written;
    }

    private void Reserve(int size)
    {
        if (_scratch.Length < size)
        {
            Array.Resize(ref _scratch, size * 2);
        }
    }

    private static string Text(UInt128 fingerprint) => string.Create(22, fingerprint, static (text, value) =>
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        Base64UrlText.Encode(bytes, text);
    });

    private static bool TryDecode(string text, Span<byte> bytes) =>
        text.Length == 22 && Base64UrlText.TryDecode(text, bytes);
}
