namespace McMessaging;

/// <summary>Tells what a path, its disk or its permissions can do to a file from a defect of the program.</summary>
public static class FileTrouble
{
    /// <summary>Whether an exception says that a file cannot be used as it was asked for.</summary>
    public static bool IsFileTrouble(this Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Tells a folder as one: the system would only say that it may not be opened.</summary>
    /// <exception cref="IOException">It is a folder.</exception>
    internal static void ThrowIfFolder(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("It is a folder.");
        }
    }
}
