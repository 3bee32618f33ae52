namespace McMessaging.Journal;

/// <summary>
/// Reads outcome lines again when they are asked for. A resumed run asks for them in about their order, so they are
/// read in blocks. One caller at a time.
/// </summary>
internal sealed class JournalOutcomes(string path, FileStream file)
{
    private const int BlockSize = 16 * 1024;
    private readonly byte[] _block = new byte[BlockSize];
    private long _start;
    private int _length;

    /// <exception cref="McException">The line is no longer as it was when the journal was opened.</exception>
    public JournalEntry Read(JournalMark mark)
    {
        if (mark.Place == 0)
        {
            return new JournalEntry(mark.State, mark.FirstSentAt);
        }

        try
        {
            var line = LineAt(mark.Place);
            return JournalSeal.IsUnchanged(line.Span)
                ? JournalLineParser.Outcome(line, mark)
                : throw JournalErrors.ChangedMeanwhile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw JournalErrors.CannotRead(path, exception);
        }
    }

    private ReadOnlyMemory<byte> LineAt(long place)
    {
        if (!TryFind(place, out var line))
        {
            _start = place;
            _length = RandomAccess.Read(file.SafeFileHandle, _block, place);
            _ = TryFind(place, out line);
        }

        return line;
    }

    private bool TryFind(long place, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (place < _start || place >= _start + _length)
        {
            return false;
        }

        var rest = _block.AsMemory((int)(place - _start), (int)(_start + _length - place));
        var end = rest.Span.IndexOf((byte)'\n');
        line = end < 0 ? rest : rest[..end];
        return end >= 0;
    }
}
