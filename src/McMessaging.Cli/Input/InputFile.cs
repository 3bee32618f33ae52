namespace McMessaging.Cli.Input;

/// <summary>The input's bytes, held open so that they can be read twice.</summary>
internal sealed class InputFile : IDisposable
{
    private readonly Stream _content;
    private int? _textStart;

    private InputFile(string name, Stream content, InputFormat format)
    {
        Name = name;
        _content = content;
        Format = format;
    }

    /// <summary>The name for messages.</summary>
    public string Name { get; }

    public InputFormat Format { get; }

    /// <param name="path">The file; <c>-</c>: standard input.</param>
    /// <param name="format">The format; <c>null</c>: by extension, and standard input by its first character.</param>
    public static async Task<InputFile> OpenAsync(
        string path,
        InputFormat? format,
        Func<Stream> openStandardInput,
        CancellationToken cancellationToken)
    {
        if (path == "-")
        {
            var spooled = await TemporaryFile.SpoolAsync(openStandardInput(), cancellationToken);
            return new InputFile("stdin", spooled, format ?? InputFormats.OfContent(spooled));
        }

        var known = format ?? InputFormats.OfExtension(path) ?? throw new InputException(
            path, null, "the name does not tell the format.", "Add --format csv, json or jsonl.");
        Stream content = Open(path);
        return new InputFile(
            path,
            content.CanSeek ? content : await TemporaryFile.SpoolAsync(content, cancellationToken),
            known);
    }

    /// <summary>Starts a pass over the records.</summary>
    public IRecordSource ReadRecords()
    {
        _textStart ??= Utf8Text.Check(_content, Name);
        if (_textStart == _content.Length)
        {
            throw new InputException(Name, 1, "there is nothing in it.", "Give recipients.");
        }

        _content.Position = _textStart.Value;
        return Format switch
        {
            InputFormat.Csv => new CsvRecords(_content, Name),
            InputFormat.Json => new JsonArrayRecords(_content, Name),
            _ => new JsonLinesRecords(_content, Name),
        };
    }

    public void Dispose() => _content.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, null, "there is no such file.", "Check --input.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var problem = Directory.Exists(path) ? "is a folder." : "cannot be opened.";
            throw new InputException(path, null, problem, "Give a file that can be read.");
        }
    }
}
