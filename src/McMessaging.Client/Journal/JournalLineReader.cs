using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>Reads lines as bytes, and tells whether the last one has its end.</summary>
internal sealed class JournalLineReader(Stream stream) : IDisposable
{
    private readonly byte[] _chunk = new byte[64 * 1024];
    private readonly PooledBuffer _line = new(4096);
    private int _start;
    private int _end;

    /// <summary>The bytes up to and with the last line that was read.</summary>
    public long Position { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool isWhole)
    {
        _line.Clear();
        isWhole = false;
        while (!isWhole)
        {
            if (_start == _end && !Fill())
            {
                break;
            }

            var length = _chunk.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            isWhole = length >= 0;
            var taken = isWhole ? length : _end - _start;
            _line.Append(_chunk.AsSpan(_start, taken));
            _start += isWhole ? taken + 1 : taken;
        }

        line = _line.Memory;
        Position += line.Length + (isWhole ? 1 : 0);
        return isWhole || line.Length > 0;
    }

    public void Dispose() => _line.Dispose();

    private bool Fill()
    {
        _start = 0;
        _end = stream.Read(_chunk);
        return _end > 0;
    }
}
