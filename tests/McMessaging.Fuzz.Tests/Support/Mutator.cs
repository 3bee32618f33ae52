using System.Text;

namespace McMessaging.Fuzz.Tests.Support;

/// <summary>Damages an input in one to four ways, the same for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    private const int LongestRepetition = 200_000;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "true", "false", "[]", "{}", "[", "{", "}", "]", "\"", "\\", "\\ud800", "\\udc00x", "\\u0000", "\0",
            "-1", "0", "1e999", "1E-400", "2147483648", "4294967296", "9223372036854775808", "109110", "109121", "0.5",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "2026-02-30T25:61:61Z", "\"errorcode\":",
            "\"responses\":", "\"messageKey\":", "\"k1\"", "\"hasErrors\":", "\"message\":\"\"", "<html>", "\uFEFF",
            "\r\n", "\n", "\r", ";", ",", "\t", "=1+1", "--", "-", "%2F", "../", "\u202E", "👩‍👧", "é",
            "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "HTTP/9.9",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0xEF, 0xBB], [0xFE, 0xFF], [0x1B, 0x5B],
    ];

    private readonly Random _random = new(seed);

    public int Next(int exclusiveMost) => _random.Next(exclusiveMost);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>One of the inputs, damaged.</summary>
    public byte[] Damage(IReadOnlyList<byte[]> corpus)
    {
        var bytes = new List<byte>(Pick(corpus));
        for (var left = 1 + Next(4); left > 0; left--)
        {
            DamageOnce(bytes, corpus);
        }

        return [.. bytes];
    }

    private void DamageOnce(List<byte> bytes, IReadOnlyList<byte[]> corpus)
    {
        var at = Next(bytes.Count + 1);
        var length = Math.Min(1 + Next(1 + Next(64)), bytes.Count - at);
        switch (Next(9))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = (byte)Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                Splice(bytes, at, Pick(corpus));
                break;
            case 6 when Next(200) == 0:
                bytes.InsertRange(at, Enumerable.Repeat((byte)Next(128), Next(LongestRepetition)));
                break;
            case 7:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pick(Pieces));
                break;
            default:
                bytes.InsertRange(at, Pick(Pieces));
                break;
        }
    }

    private void Splice(List<byte> bytes, int at, byte[] other)
    {
        var from = Next(other.Length + 1);
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other[from..]);
    }
}
