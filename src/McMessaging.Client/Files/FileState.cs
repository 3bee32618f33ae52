namespace McMessaging.Files;

/// <summary>What tells a file that was changed from one that was not.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrittenAt">When it was last written.</param>
internal sealed record FileState(long Length, DateTimeOffset WrittenAt)
{
    /// <summary>The file as it is now; <c>null</c>: there is none.</summary>
    public static FileState? Of(string path) => LinkEnd.Of(path) is { Exists: true } file
        ? new FileState(file.Length, file.LastWriteTimeUtc)
        : null;
}
