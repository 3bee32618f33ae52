using McMessaging.Files;

namespace McMessaging;

/// <summary>
/// A file that is replaced as a whole: until it is complete it has another name, so that whoever looks finds the one
/// before or the new one. Its owner alone can read it.
/// </summary>
public sealed class DraftFile : IDisposable
{
    private readonly string _given;
    private readonly string _path;
    private readonly string _draftPath;
    private bool _isComplete;

    private DraftFile(string path)
    {
        FileTrouble.ThrowIfFolder(path);
        // What a link leads to is replaced, not the link.
        var end = LinkEnd.Of(path);
        _given = path;
        _path = IsNameOfStream(path) || (Path.Exists(path) && !IsOrdinary(end))
            ? throw new IOException("It is a pipe or a device.")
            : end.FullName;
        // A name of its own: two writers at a time must not write into one draft.
        _draftPath = Path.Combine(
            Path.GetDirectoryName(_path) ?? _path, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Stream = new FileStream(
                _draftPath,
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }.ReadableByOwner());
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw Told(exception);
        }
    }

    /// <summary>Where the new contents go.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins a draft beside the file, which stays as it is.</summary>
    /// <exception cref="Exception">It cannot be made; see <see cref="FileTrouble"/>.</exception>
    public static DraftFile Create(string path) => new(path);

    /// <summary>Gives the draft the file's name; returns when the disk has both.</summary>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written, or is there and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Complete(bool overwrite = true)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_draftPath, _path, overwrite);
        _isComplete = true;
        FolderFlush.FlushToDisk(Path.GetDirectoryName(_path)!);
    }

    /// <summary>What its stream or its end threw, told of the file and not of the draft.</summary>
    public IOException Told(Exception exception) => exception.ToldOf(_given, _draftPath);

    /// <summary>Leaves nothing behind of a draft that was not completed.</summary>
    public void Dispose()
    {
        if (_isComplete)
        {
            return;
        }

        _isComplete = true;
        try
        {
            Stream.Dispose();
            File.Delete(_draftPath);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            // What kept it from its end is told; a draft that is left does no harm.
        }
    }

    /// <summary>Whether it names what the process has open: whoever opened a file behind it goes on writing.</summary>
    private static bool IsNameOfStream(string path)
    {
        var full = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows()
            && (full.StartsWith("/dev/", StringComparison.Ordinal)
                || full.StartsWith("/proc/", StringComparison.Ordinal));
    }

    /// <summary>Whether it may be replaced: a new file under a device's name takes the device from everybody.</summary>
    private static bool IsOrdinary(FileInfo file)
    {
        if (!file.Exists || file.Length > 0)
        {
            return file.Exists;
        }

        try
        {
            // Empty, and it can be cut off to nothing: no device can.
            using var empty = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            empty.SetLength(0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            return false;
        }
    }
}
