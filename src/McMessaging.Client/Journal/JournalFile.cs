namespace McMessaging.Journal;

/// <summary>A journal's file: readable by its owner only, and open in one run at a time.</summary>
/// <param name="path">The file.</param>
/// <param name="disk">How it is written and brought to the disk.</param>
/// <param name="flushFolder">Brings a folder's entries to the disk.</param>
internal sealed class JournalFile(
    string path, Func<FileStream, (Stream Stream, Action Flush)> disk, Action<string> flushFolder) : IDisposable
{
    private FileStream? _stream;
    private JournalClaim? _claim;
    private JournalContents _contents = new();

    public string Path => path;

    /// <summary>Reads the file if there is one, and holds it.</summary>
    public async Task<JournalContents> OpenExistingAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            _claim = JournalClaim.Take(path);
            if (!File.Exists(path))
            {
                return _contents;
            }

            // Made by another run until its claim was free.
            _claim.Dispose();
        }

        var stream = Hold(FileMode.Open);
        var reader = new JournalReader(path, stream, cancellationToken);
        _contents = await Task.Run(reader.Read, cancellationToken).ConfigureAwait(false);
        return _contents;
    }

    /// <summary>Reads what an outcome's line says.</summary>
    public JournalOutcomes Outcomes() => new(path, _stream!);

    /// <summary>Makes the file if there is none, and cuts off the torn end of a last line.</summary>
    public JournalWriter BeginWriting()
    {
        var (stream, flushToDisk) = disk(OpenAtEnd());
        return new JournalWriter(stream, flushToDisk, path, _contents.LineCount);
    }

    public void Dispose()
    {
        _claim?.Dispose();
        _stream?.Dispose();
    }

    private FileStream OpenAtEnd()
    {
        var stream = _stream ?? Hold(FileMode.CreateNew);
        _claim?.Dispose();
        try
        {
            flushFolder(System.IO.Path.GetDirectoryName(stream.Name)!);
            stream.SetLength(_contents.WholeLength);
            stream.Position = _contents.WholeLength;
            if (_contents.LacksLineEnd)
            {
                stream.Write("\n"u8);
            }

            return stream;
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw JournalErrors.CannotOpen(path, exception.ToldOf(path, path));
        }
    }

    private FileStream Hold(FileMode mode)
    {
        try
        {
            _stream = new FileStream(path, Options(mode));
            if (_stream.Length == 0)
            {
                // A device is no file: it is empty, takes anything, and keeps nothing.
                _stream.SetLength(0);
            }

            return _stream;
        }
        catch (IOException exception) when (JournalClaim.IsHeldByAnother(exception) && !Directory.Exists(path))
        {
            throw JournalErrors.InUse(path, exception);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw JournalErrors.CannotOpen(path, exception.ToldOf(path, path));
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        return mode == FileMode.CreateNew ? options.ReadableByOwner() : options;
    }
}
