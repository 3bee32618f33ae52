namespace McMessaging;

/// <summary>
/// What a system says of a file that is written through another one beside it, in words that name the file itself:
/// people know no other.
/// </summary>
public static class FileReason
{
    /// <summary>The same trouble, told of the file that was asked for.</summary>
    /// <param name="exception">What the system says of the file beside it.</param>
    /// <param name="path">The file that was asked for.</param>
    /// <param name="beside">The file beside it, in the same folder.</param>
    public static IOException ToldOf(this Exception exception, string path, string beside)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new IOException(Words(exception, path, beside), exception);
    }

    /// <summary>What the system says, with the file named as it was asked for, not by its whole path.</summary>
    /// <param name="exception">What the system says of a file, or of one beside it.</param>
    /// <param name="path">The file that was asked for.</param>
    /// <param name="beside">The file that the system speaks of.</param>
    internal static string NamedAs(this Exception exception, string path, string beside) =>
        exception is UnauthorizedAccessException or IOException
            ? exception.Message.Replace(Path.GetFullPath(beside), path, StringComparison.Ordinal)
            : exception.Message;

    private static string Words(Exception exception, string path, string beside) => exception switch
    {
        UnauthorizedAccessException when Directory.Exists(path) || Path.EndsInDirectorySeparator(path) =>
            "It is a folder.",
        UnauthorizedAccessException when Directory.Exists(beside) => $"'{beside}' is a folder.",
        UnauthorizedAccessException when !File.Exists(beside) =>
            $"This account may not make files in the folder '{Path.GetDirectoryName(Path.GetFullPath(beside))}'.",
        _ => exception.NamedAs(path, beside),
    };
}
