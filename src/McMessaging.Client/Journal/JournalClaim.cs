namespace McMessaging.Journal;

/// <summary>
/// A journal that is begun: its file is made when there is something to note, and until then a file beside it keeps out
/// other runs. One that is left behind by a killed run is taken over.
/// </summary>
internal sealed class JournalClaim : IDisposable
{
    // Not .lock: that is what a job's own flock(1) is likely to hold.
    private const string Ending = ".starting";
    private readonly FileStream _file;

    private JournalClaim(FileStream file) => _file = file;

    /// <summary>Makes sure that a journal can be made there, by this run and no other.</summary>
    /// <exception cref="McException">It cannot, or another run has begun to.</exception>
    public static JournalClaim Take(string path)
    {
        try
        {
            FileTrouble.ThrowIfFolder(path);
            return new JournalClaim(new FileStream(path + Ending, Options()));
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
        {
            throw JournalErrors.InUse(path, exception);
        }
        catch (UnauthorizedAccessException exception) when (File.Exists(path + Ending))
        {
            throw JournalErrors.BegunByOther(path, path + Ending, exception);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw JournalErrors.CannotOpen(path, exception.ToldOf(path, path + Ending));
        }
    }

    // Windows: sharing violation, lock violation, file exists. Unix: EAGAIN (Linux, macOS) and EEXIST.
    public static bool IsHeldByAnother(IOException exception) =>
        (exception.HResult & 0xFFFF) is 32 or 33 or 80 or 11 or 35 or 17;

    public void Dispose() => _file.Dispose();

    private static FileStreamOptions Options() => new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.Write,
        Share = FileShare.None,
        Options = FileOptions.DeleteOnClose,
    }.ReadableByOwner();
}
