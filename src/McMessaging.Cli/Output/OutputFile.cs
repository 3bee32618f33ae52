namespace McMessaging.Cli.Output;

/// <summary>Where <c>--output</c> goes: readable by its owner only, and untouched until it is opened.</summary>
/// <param name="path">The file, written anew; <c>-</c>: standard output.</param>
/// <param name="openStandardOutput">Opens standard output.</param>
internal sealed class OutputFile(string path, Func<Stream> openStandardOutput) : IDisposable
{
    private Stream? _stream;
    private bool _hasFailed;

    /// <exception cref="McException">It cannot be written.</exception>
    public void Open()
    {
        try
        {
            _stream = path == "-" ? openStandardOutput() : new FileStream(path, PrivateFile.WrittenByOneRun());
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            throw NotWritable(McErrorCategory.OpenError, exception);
        }
    }

    /// <summary>Writes at once. After a failure, which is thrown once, nothing more is written.</summary>
    /// <exception cref="McException">It cannot be written any more.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        if (_hasFailed)
        {
            return;
        }

        try
        {
            _stream!.Write(lines);
            _stream.Flush();
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            _hasFailed = true;
            throw NotWritable(McErrorCategory.WriteError, exception);
        }
    }

    /// <summary>Returns when the disk has all that was written, as far as it goes to one.</summary>
    /// <exception cref="McException">The disk failed.</exception>
    public void FlushToDisk()
    {
        try
        {
            if (path != "-" && _stream is FileStream file)
            {
                file.Flush(flushToDisk: file.CanSeek);
            }
        }
        catch (Exception exception) when (IsFileTrouble(exception))
        {
            throw NotWritable(McErrorCategory.WriteError, exception);
        }
    }

    public void Dispose() => _stream?.Dispose();

    private static bool IsFileTrouble(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private McException NotWritable(McErrorCategory category, Exception cause) => new(
        "OutputNotWritable",
        category,
        $"The output {(path == "-" ? "stream" : path)} cannot be written ({cause.Message.TrimEnd('.')}).",
        "Check --output, the folder's permissions and the free space.",
        cause);
}
