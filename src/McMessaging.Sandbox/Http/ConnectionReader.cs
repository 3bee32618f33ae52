using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace McMessaging.Sandboxing.Http;

/// <summary>What arrives on a connection: heads of requests, and the pieces of their bodies.</summary>
internal sealed class ConnectionReader(Socket socket)
{
    private const int LongestHead = 32 * 1024;
    private const int LongestLine = 1024;

    private byte[] _buffer = new byte[2048];
    private int _start;
    private int _end;

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The bytes of a head; empty when the client sends no more.</summary>
    /// <exception cref="InvalidDataException">The head is too long, or ends in the middle.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(CancellationToken cancellation)
    {
        var head = await ReadUntilAsync("\r\n\r\n"u8.ToArray(), LongestHead, cancellation).ConfigureAwait(false);
        return head ?? ReadOnlyMemory<byte>.Empty;
    }

    /// <summary>The next bytes of a body, as many as there are and room is for; 0 at the connection's end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellation)
    {
        if (_start == _end)
        {
            return await socket.ReceiveAsync(room, cancellation).ConfigureAwait(false);
        }

        var count = Math.Min(room.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(room);
        _start += count;
        return count;
    }

    /// <summary>The length of the next chunk of a body; 0 after the last.</summary>
    /// <exception cref="InvalidDataException">No chunk begins here.</exception>
    public async ValueTask<long> ReadChunkLengthAsync(CancellationToken cancellation)
    {
        var line = await ReadLineAsync(cancellation).ConfigureAwait(false);
        var digits = line.Split(';')[0].Trim();
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
            && length >= 0
            ? length
            : throw new InvalidDataException();
    }

    /// <exception cref="InvalidDataException">The line is too long, or ends in the middle.</exception>
    public async ValueTask<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = await ReadUntilAsync("\r\n"u8.ToArray(), LongestLine, cancellation).ConfigureAwait(false);
        return line is { } bytes ? Encoding.Latin1.GetString(bytes.Span[..^2]) : throw new InvalidDataException();
    }

    // Null when there is nothing any more.
    private async ValueTask<ReadOnlyMemory<byte>?> ReadUntilAsync(
        byte[] mark, int longest, CancellationToken cancellation)
    {
        var searched = 0;
        while (true)
        {
            var from = Math.Max(0, searched - mark.Length + 1);
            var at = Unread[from..].IndexOf(mark);
            if (at >= 0)
            {
                var found = _buffer.AsMemory(_start, from + at + mark.Length);
                _start += found.Length;
                return found;
            }

            searched = Unread.Length;
            if (searched >= longest)
            {
                throw new InvalidDataException();
            }

            MakeRoom();
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return searched == 0 ? null : throw new InvalidDataException();
            }

            _end += read;
        }
    }

    private void MakeRoom()
    {
        Unread.CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
