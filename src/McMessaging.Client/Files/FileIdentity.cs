namespace McMessaging;

/// <summary>Tells whether two paths lead to one file: through links, or by another spelling.</summary>
public static class FileIdentity
{
    private static readonly StringComparison Spelling = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;

    /// <summary>Whether both paths lead to one file, which need not be there yet.</summary>
    public static bool AreSame(string path, string other)
    {
        var place = Resolve(path);
        var otherPlace = Resolve(other);
        return place.Equals(otherPlace, Spelling) || AreOneFile(new FileInfo(place), new FileInfo(otherPlace));
    }

    /// <summary>The path without symbolic links; what does not exist yet may still lie behind some.</summary>
    private static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var links = 0; links < 40 && new FileInfo(full).LinkTarget is { } target; links++)
        {
            full = Path.GetFullPath(target, Path.GetDirectoryName(full)!);
        }

        return Path.GetDirectoryName(full) is { } folder ? Path.Combine(Resolve(folder), Path.GetFileName(full)) : full;
    }

    private static bool AreOneFile(FileInfo file, FileInfo other)
    {
        try
        {
            // Pipes and devices have no length, and must not be opened to look at them.
            return file.Exists && other.Exists
                && file.Length > 0
                && file.Length == other.Length
                && file.LastWriteTimeUtc == other.LastWriteTimeUtc
                && ShareOneLock(file.FullName, other.FullName);
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            // Whoever opens it will say what is wrong with it.
            return false;
        }
    }

    /// <summary>A lock belongs to the file, not to its name: it is in the way of whoever opens it by another.</summary>
    private static bool ShareOneLock(string path, string other)
    {
        if (IsLocked(other))
        {
            return false;
        }

        using var held = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.None);
        return IsLocked(other);
    }

    private static bool IsLocked(string path)
    {
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
