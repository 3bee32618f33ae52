namespace McMessaging.Journal;

/// <summary>A journal's file: readable by its owner only, and open in one run at a time.</summary>
internal sealed class JournalFile(string path, Func<FileStream, (Stream Stream, Action Flush)> disk) : IDisposable
{
    private FileStream? _stream;
    private long _wholeLength;

    public string Path => path;

    /// <summary>Reads the file if there is one, and holds it.</summary>
    public JournalReader OpenExisting()
    {
        var reader = new JournalReader(path);
        if (!File.Exists(path))
        {
            return reader;
        }

        var stream = Hold(FileMode.Open);
        try
        {
            reader.Read(stream);
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            throw JournalErrors.CannotRead(path, exception);
        }

        _wholeLength = reader.WholeLength;
        return reader;
    }

    /// <summary>Makes the file if there is none, and cuts off the torn end of a last line.</summary>
    public JournalWriter BeginWriting()
    {
        var (stream, flushToDisk) = disk(OpenAtEnd());
        return new JournalWriter(stream, flushToDisk, path);
    }

    public void Dispose() => _stream?.Dispose();

    private FileStream OpenAtEnd()
    {
        var stream = _stream ?? Hold(FileMode.CreateNew);
        try
        {
            stream.SetLength(_wholeLength);
            stream.Position = _wholeLength;
            return stream;
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            throw JournalErrors.CannotOpen(path, exception);
        }
    }

    private FileStream Hold(FileMode mode)
    {
        try
        {
            return _stream = new FileStream(path, Options(mode));
        }
        catch (IOException exception) when (IsHeldByAnother(exception) && !Directory.Exists(path))
        {
            throw JournalErrors.InUse(path, exception);
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            throw JournalErrors.CannotOpen(path, exception);
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
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static bool IsFileTrouble(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    // Windows: sharing violation, lock violation, file exists. Unix: EAGAIN (Linux, macOS) and EEXIST.
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 80 or 11 or 35 or 17;
}
