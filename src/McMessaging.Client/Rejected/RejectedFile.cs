using System.Text;
using McMessaging.Files;
using McMessaging.Recipients;
using IO = System.IO.Path;

namespace McMessaging.Rejected;

/// <summary>
/// A file of rejected rows: readable by its owner only, and there only if rows were rejected. Where the resumption of a
/// run finds the file of the run before, that one stays until the new one is complete.
/// </summary>
internal sealed class RejectedFile(string path, Func<FileStream, Stream> disk) : IDisposable
{
    private const int LongestFirstRow = 4_000_000;
    private Stream? _stream;
    private bool _replaces;
    private bool _isAsLeft;
    private bool _isDevice;
    private bool _hasRows;
    private bool _hasFailed;

    public string Path => path;

    /// <summary>Where the earlier file is kept, which may hold corrections; <c>null</c>: nowhere.</summary>
    public string? KeptPath { get; private set; }

    private string WrittenPath => _replaces ? UnfinishedFile.Of(path) : path;

    /// <summary>Opens it last of all, when everything else is known to be in order.</summary>
    /// <param name="mayReplace">Whether a journal is resumed.</param>
    /// <param name="journalPath">The journal, which it must not be.</param>
    /// <param name="left">The file as the run before left it; <c>null</c>: not known.</param>
    /// <exception cref="McException">It exists, is the journal, or cannot be opened.</exception>
    public void Open(bool mayReplace, string? journalPath, FileState? left = null)
    {
        if (journalPath is not null && FileIdentity.AreSame(path, journalPath))
        {
            throw RejectedErrors.IsJournal(path);
        }

        try
        {
            if (LinkEnd.Of(path) is { Exists: true, Length: > 0 })
            {
                _replaces = mayReplace && HoldsRejectedRows() ? true : throw RejectedErrors.Exists(path, mayReplace);
                _isAsLeft = FileState.Of(path) == left;
                RemoveUnfinished();
            }

            var file = new FileStream(WrittenPath, PrivateFile.WrittenByOneRun());
            _isDevice = !TryMakeOwn(file);
            _stream = disk(file);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw RejectedErrors.CannotOpen(path, exception.ToldOf(path, WrittenPath));
        }
    }

    /// <summary>Writes at once. After a failure, which is thrown once, nothing more is written.</summary>
    /// <exception cref="McException">It cannot be written any more.</exception>
    public void Write(ReadOnlySpan<byte> rows)
    {
        if (_hasFailed || _stream is null)
        {
            return;
        }

        try
        {
            _hasRows = true;
            _stream.Write(rows);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            _hasFailed = true;
            throw CannotWrite(exception);
        }
    }

    /// <summary>Leaves a complete file under its name, or none if no row was rejected.</summary>
    /// <param name="isCutShort">Whether input was left unread: an earlier file then tells more than none.</param>
    /// <param name="mayBeInput">Whether the input was a file of rejected rows, and so perhaps the earlier file.</param>
    /// <returns>How this run leaves its rows; <c>null</c>: it has none.</returns>
    /// <exception cref="McException">It cannot be brought under its name.</exception>
    public FileState? Finish(bool isCutShort, bool mayBeInput)
    {
        if (_stream is null)
        {
            return null;
        }

        Dispose();
        try
        {
            // Only what nobody touched, and what the same input says again, gives way to the new rows.
            var givesWay = _replaces && !_hasFailed && (_hasRows || !isCutShort);
            if (givesWay && (!_isAsLeft || mayBeInput))
            {
                var kept = FreeName();
                File.Move(path, kept);
                KeptPath = kept;
            }

            PutInPlace(isCutShort);
            return _hasRows && !_hasFailed ? FileState.Of(path) : null;
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw CannotWrite(exception);
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private McException CannotWrite(Exception exception) => RejectedErrors.CannotWrite(
        path, exception.ToldOf(path, WrittenPath), _replaces && File.Exists(WrittenPath) ? WrittenPath : null);

    private void PutInPlace(bool isCutShort)
    {
        if (!_hasRows && !_isDevice)
        {
            File.Delete(WrittenPath);
            if (_replaces && !isCutShort)
            {
                File.Delete(path);
            }
        }
        else if (_replaces && !_hasFailed)
        {
            File.Move(WrittenPath, path, overwrite: true);
        }
    }

    private void RemoveUnfinished()
    {
        if (File.Exists(WrittenPath))
        {
            // It cannot be opened so while another run writes it, whose rows would then be in no file.
            using (new FileStream(WrittenPath, FileMode.Open, FileAccess.Read, FileShare.Read))
            {
            }

            // Removed and not emptied: whoever reads it as input goes on to its end.
            File.Delete(WrittenPath);
        }
    }

    // An earlier one may be the input in its turn. With its extension, by which the program knows the format then.
    private string FreeName() => Enumerable.Range(1, int.MaxValue - 1)
        .Select(i => IO.ChangeExtension(path, (i == 1 ? ".before" : $".before{i}") + IO.GetExtension(path)))
        .First(free => !File.Exists(free));

    /// <summary>Whether it is an earlier run's, and not the input or what else may have that name.</summary>
    private bool HoldsRejectedRows()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Math.Min(file.Length, LongestFirstRow)];
        file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        // Whatever its encoding: the name is ASCII, with zeros between where characters are wider than a byte.
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal);
        return text.Contains(RejectedColumns.MessageKey, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Keeps others from reading a file that was there and empty; <c>false</c>: it is a device.</summary>
    private static bool TryMakeOwn(FileStream file)
    {
        try
        {
            file.SetLength(0);
        }
        catch (IOException)
        {
            return false;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return true;
    }
}
