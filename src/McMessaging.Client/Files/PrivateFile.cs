namespace McMessaging;

/// <summary>How files are opened that hold what is the user's own business.</summary>
public static class PrivateFile
{
    /// <summary>
    /// Lets nobody but its owner read the file that is made; on Windows its folder decides. For modes that make files.
    /// </summary>
    public static FileStreamOptions ReadableByOwner(this FileStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>
    /// Options for a file that one run writes, and no other at the same time. What was in it is there until the run
    /// takes it out.
    /// </summary>
    public static FileStreamOptions WrittenByOneRun() => new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.Write,
        // Two runs must not write one file. Unix has a lock for that only where nobody may share.
        Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
        // A full disk is met by the write, not when the file is closed.
        BufferSize = 0,
    }.ReadableByOwner();
}
