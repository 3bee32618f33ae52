namespace McMessaging.Connections;

/// <summary>
/// Reads a secret from a file, which may be a pipe: of a shell's <c>&lt;(…)</c>, or of a program that hands out
/// secrets. A pipe may have nobody who writes to it, and a device may have no end.
/// </summary>
internal static class SecretFile
{
    private const int LongestSecret = 4096;

    // A program behind a pipe may have to ask a vault first.
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <returns><c>null</c>: it is too long to be a secret.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="TimeoutException">It did not come to its end in time.</exception>
    public static string? Read(string path, TimeProvider timeProvider) =>
        // To open a pipe is to wait for its other end, and nothing ends that wait: its thread is left behind.
        Task.Run(() => TextOf(path)).WaitAsync(LongestWait, timeProvider).GetAwaiter().GetResult();

    private static string? TextOf(string path)
    {
        using var reader = new StreamReader(path);
        var text = new char[LongestSecret + 1];
        var length = reader.ReadBlock(text);
        return length <= LongestSecret ? new string(text, 0, length) : null;
    }
}
