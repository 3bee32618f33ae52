namespace McMessaging.Journal;

/// <summary>
/// Reads a journal from its first byte to its last, once. A line that cannot be trusted ends it, but a torn last one.
/// </summary>
internal sealed class JournalReader(string path, Stream stream, CancellationToken cancellationToken)
{
    // An intent holds 2,000 keys of 100 characters at most, each of up to 6 bytes.
    private const int MaxLineLength = 2 * 1024 * 1024;
    private const int MaxHeaderLength = 64 * 1024;
    private readonly JournalContents _contents = new(stream.CanSeek ? stream.Length : 0);
    private readonly JournalLineReader _lines = new(stream, cancellationToken);

    private bool IsAtHeader => _contents.LineCount == 0;

    /// <exception cref="McException">The file is no journal, is damaged, or cannot be read.</exception>
    public JournalContents Read()
    {
        try
        {
            return ReadLines();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw JournalErrors.CannotRead(path, exception);
        }
    }

    private JournalContents ReadLines()
    {
        while (true)
        {
            switch (_lines.Read(IsAtHeader ? MaxHeaderLength : MaxLineLength, out var line))
            {
                case JournalLineKind.Whole:
                    Apply(line);
                    break;
                case JournalLineKind.WithoutEnd:
                    ApplyLast(line);
                    return _contents;
                case JournalLineKind.TooLong:
                    throw IsAtHeader
                        ? JournalErrors.NotAJournal(path)
                        : Damaged("it is longer than any line of a journal.");
                default:
                    return _contents;
            }
        }
    }

    private void ApplyLast(ReadOnlySpan<byte> line)
    {
        if (JournalSeal.IsUnchanged(line))
        {
            Apply(line);
            _contents.LacksLineEnd = true;
        }
        else if (JournalSeal.IsUnchanged(line[..^1]))
        {
            // No kill does that: the line was whole, and its end became another byte.
            throw Damaged("its end was changed after it was written.");
        }
        else if (IsAtHeader && !JournalLineParser.BeginsHeader(line))
        {
            // A torn header is overwritten, so it must be ours and no other file.
            throw JournalErrors.NotAJournal(path);
        }
    }

    private void Apply(ReadOnlySpan<byte> line)
    {
        if (IsAtHeader && !JournalLineParser.IsHeader(line))
        {
            throw JournalLineParser.IsHeaderOfVersion1(line)
                ? JournalErrors.OfVersion1(path)
                : JournalErrors.NotAJournal(path);
        }

        if (JournalSeal.Check(line, _contents.LineCount + 1, out var members) is { } problem)
        {
            throw Damaged(problem);
        }

        try
        {
            Apply(line, members);
        }
        catch (Exception exception) when (JournalLineParser.IsParseError(exception))
        {
            throw Damaged("this version does not write such lines.", exception);
        }

        _contents.LineCount++;
        _contents.WholeLength = _lines.Position;
    }

    private void Apply(ReadOnlySpan<byte> line, ReadOnlySpan<byte> members)
    {
        if (IsAtHeader)
        {
            _contents.Header = JournalLineParser.Header(line);
            _contents.LastWrittenAt = _contents.Header.CreatedAt;
        }
        else
        {
            JournalLineParser.Apply(line, members, _lines.LineStart, _contents);
        }
    }

    private McException Damaged(string problem, Exception? cause = null) =>
        JournalErrors.Damaged(path, _contents.LineCount + 1, problem, cause);
}
