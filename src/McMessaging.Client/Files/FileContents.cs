namespace McMessaging.Files;

/// <summary>Compares what is in files, however long they are.</summary>
internal static class FileContents
{
    private const int BlockLength = 64 * 1024;

    /// <exception cref="Exception">One of them cannot be read; see <see cref="FileTrouble"/>.</exception>
    public static bool AreSame(string path, string other)
    {
        using var file = File.OpenRead(path);
        using var otherFile = File.OpenRead(other);
        if (file.Length != otherFile.Length)
        {
            return false;
        }

        var block = new byte[BlockLength];
        var otherBlock = new byte[BlockLength];
        int count;
        do
        {
            count = file.ReadAtLeast(block, BlockLength, throwOnEndOfStream: false);
            otherFile.ReadAtLeast(otherBlock, BlockLength, throwOnEndOfStream: false);
        }
        while (count > 0 && block.AsSpan().SequenceEqual(otherBlock));
        return count == 0;
    }
}
