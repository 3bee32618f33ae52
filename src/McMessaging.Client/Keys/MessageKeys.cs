using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace McMessaging.Keys;

/// <summary>
/// The message keys of one run. A derived key depends only on run id, channel, definition, contact key, address and
/// occurrence, so the same input has the same keys on any machine and in any later run with the same run id.
/// </summary>
internal sealed class MessageKeys
{
    private const int KeyLength = 22;
    private const int KeyBytes = 16;
    private const int MaxGenerations = 50;
    private const int PrintLength = 11;
    private const int PrintBytes = 8;
    private readonly KeyHash _hash = new();
    private readonly KeyTable<byte> _used = new();
    private readonly Dictionary<UInt128, int> _occurrences = [];

    private readonly byte[] _definitionDigest;
    private KeyTable<int>? _rows;

    // Begins with the digest of what all keys of the run share; what differs is written behind it again and again.
    private byte[] _scratch = new byte[512];

    public MessageKeys(string runId, MessageChannel channel, string definition)
    {
        var length = 0;
        Append(channel.ToString(), ref length);
        Append(definition, ref length);
        _definitionDigest = SHA256.HashData(_scratch.AsSpan(0, length));
        length = 0;
        Append(runId, ref length);
        Append(channel.ToString(), ref length);
        Append(definition, ref length);
        SHA256.HashData(_scratch.AsSpan(0, length)).CopyTo(_scratch, 0);
    }

    /// <summary>How many keys were derived for a contact key and address that came before.</summary>
    public long Repeats { get; private set; }

    /// <summary>The key for the next recipient with this contact key and address: never the same twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Derive(string contactKey, string? to)
    {
        Span<byte> text = stackalloc byte[KeyLength];
        var first = Derive(contactKey, to, 1, text);
        if (!TryUse(first))
        {
            Repeats++;
            _occurrences.TryGetValue(first, out var last);
            while (!TryUse(Derive(contactKey, to, ++last, text)))
            {
                // A key that was given before makes this one the next.
            }

            _occurrences[first] = last;
        }

        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Notes a given key; <c>false</c> if it was used in this run before.</summary>
    public bool TryTake(string messageKey) => TryUse(_hash.Of(messageKey));

    /// <summary>Tells a recipient from others of the run, without its contact key and address in clear.</summary>
    public string Fingerprint(string contactKey, string? to, string? messageKey)
    {
        Span<byte> text = stackalloc byte[PrintLength];
        // No key is derived for an occurrence of 0.
        var length = Write(contactKey, to, 0);
        Append(messageKey ?? "", ref length);
        Digest(length, PrintBytes, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>
    /// The key of a message that was refused with another one: the same in any run, so that rows which are fed back
    /// twice are sent once.
    /// </summary>
    public string Successor(string refusedKey) => KeyOf([.. _definitionDigest, .. Encoding.UTF8.GetBytes(refusedKey)]);

    /// <summary>Whether a key is another one's successor, or that one's, and so on.</summary>
    public bool Descends(string key, string from)
    {
        for (var generation = 0; generation < MaxGenerations && from != key; generation++)
        {
            from = Successor(from);
        }

        return from == key;
    }

    /// <summary>
    /// Stands for the message of a row that is no recipient, wherever it stands: its corrected row has a key that no
    /// other row comes to have, in this list or in another one of the run. Rows that say the same have one each.
    /// </summary>
    /// <param name="text">What the row says.</param>
    public string OfRow(string text)
    {
        var row = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        ref var occurrence = ref (_rows ??= new KeyTable<int>()).GetOrAdd(_hash.Of(row), out _);
        occurrence++;
        Span<byte> numbers = stackalloc byte[2 * sizeof(int)];
        // The length of no text: what a recipient's key is derived from begins with a contact key's.
        BinaryPrimitives.WriteInt32BigEndian(numbers, -1);
        BinaryPrimitives.WriteInt32BigEndian(numbers[sizeof(int)..], occurrence);
        return KeyOf([.. _scratch.AsSpan(0, SHA256.HashSizeInBytes), .. numbers, .. row]);
    }

    private static string KeyOf(ReadOnlySpan<byte> source)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, digest);
        Span<byte> key = stackalloc byte[KeyLength];
        Base64UrlText.Encode(digest[..KeyBytes], key);
        return Encoding.ASCII.GetString(key);
    }

    private bool TryUse(UInt128 hash)
    {
        _used.GetOrAdd(hash, out var isNew);
        return isNew;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private UInt128 Derive(string contactKey, string? to, int occurrence, Span<byte> text)
    {
        Digest(Write(contactKey, to, occurrence), KeyBytes, text);
        return _hash.Of(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Digest(int length, int bytes, Span<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_scratch.AsSpan(0, length), digest);
        Base64UrlText.Encode(digest[..bytes], text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Write(string contactKey, string? to, int occurrence)
    {
        var length = SHA256.HashSizeInBytes;
        Append(contactKey, ref length);
        Append(to ?? "", ref length);
        Reserve(length + sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(_scratch.AsSpan(length), occurrence);
        return length + sizeof(int);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
}
