namespace McMessaging.Cli.Output;

/// <summary>Where <c>--output</c> goes. A write that fails is remembered, so that the run can end in order.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly Stream _stream;

    private OutputFile(string path, Stream stream)
    {
        _path = path;
        _stream = stream;
    }

    public McException? Failure { get; private set; }

    /// <param name="path">The file, written anew; <c>-</c>: standard output.</param>
    public static OutputFile Open(string path, Func<Stream> openStandardOutput)
    {
        try
        {
            return new OutputFile(path, path == "-" ? openStandardOutput() : File.Create(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, McErrorCategory.OpenError, exception);
        }
    }

    public void Write(ReadOnlySpan<byte> lines)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            _stream.Write(lines);
            _stream.Flush();
        }
        catch (IOException exception)
        {
            Failure = NotWritable(_path, McErrorCategory.WriteError, exception);
        }
    }

    public void Dispose() => _stream.Dispose();

    private static McException NotWritable(string path, McErrorCategory category, Exception cause) => new(
        "OutputNotWritable",
        category,
        $"The output {(path == "-" ? "stream" : path)} cannot be written.",
        "Check --output, the folder's permissions and the free space.",
        cause);
}
