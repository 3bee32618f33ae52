namespace McMessaging.Journal;

/// <summary>Reads lines as bytes, never more of a file than its longest line may have.</summary>
internal sealed class JournalLineReader(Stream stream, CancellationToken cancellationToken)
{
    private const int FirstSize = 128 * 1024;
    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Where the line that was read last begins in the file.</summary>
    public long LineStart { get; private set; }

    /// <summary>Where the line that was read last ends in the file, its line end included.</summary>
    public long Position { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public JournalLineKind Read(int maxLength, out ReadOnlySpan<byte> line)
    {
        LineStart = Position;
        var searched = 0;
        int length;
        while ((length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = _end - _start;
            if (searched > maxLength)
            {
                line = default;
                return JournalLineKind.TooLong;
            }

            if (!Fill())
            {
                line = _buffer.AsSpan(_start, searched);
                _start = _end;
                Position += searched;
                return searched == 0 ? JournalLineKind.None : JournalLineKind.WithoutEnd;
            }
        }

        length += searched;
        line = _buffer.AsSpan(_start, length);
        _start += length + 1;
        Position += length + 1;
        return length > maxLength ? JournalLineKind.TooLong : JournalLineKind.Whole;
    }

    private bool Fill()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isAtEnd)
        {
            return false;
        }

        var kept = _end - _start;
        var into = kept == _buffer.Length ? new byte[2 * kept] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(into);
        (_buffer, _start, _end) = (into, 0, kept);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return !_isAtEnd;
    }
}

/// <summary>What stands between two ends of lines.</summary>
internal enum JournalLineKind
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>A line with its end.</summary>
    Whole,

    /// <summary>The last line, if its end is missing.</summary>
    WithoutEnd,

    /// <summary>More than a line may have.</summary>
    TooLong,
}
