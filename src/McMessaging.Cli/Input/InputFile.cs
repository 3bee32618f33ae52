using System.Text;

namespace McMessaging.Cli.Input;

/// <summary>The input's bytes, held open so that they can be read twice.</summary>
internal sealed class InputFile : IDisposable
{
    private const string StandardInput = "stdin";

    private readonly InputContent _content;
    private int? _textStart;

    private readonly InputOptions _options;

    private InputFile(string name, InputContent content, InputFormat format, InputOptions options)
    {
        Name = name;
        _content = content;
        _options = options;
        Format = format;
    }

    /// <summary>The name for messages.</summary>
    public string Name { get; }

    public InputFormat Format { get; }

    /// <summary>Whether its records will be kept as CSV and might not fit.</summary>
    public bool MustFitCsv => Format != InputFormat.Csv
        && _options.RejectedPath?.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) == false;

    public InputColumns Columns => _options.Columns;

    public static async Task<InputFile> OpenAsync(
        InputOptions options, Func<Stream> openStandardInput, CancellationToken cancellationToken)
    {
        if (options.Path == "-")
        {
            var input = Open(openStandardInput);
            var spooled = await SpoolAsync(input, StandardInput, options.Encoding, cancellationToken);
            return new InputFile(StandardInput, spooled, options.Format ?? InputFormats.OfContent(spooled), options);
        }

        var path = options.Path;
        if (Directory.Exists(path))
        {
            throw new InputException(path, null, "it is a folder.", "Give a file.");
        }

        var known = options.Format ?? InputFormats.OfExtension(path) ?? throw new InputException(
            path, null, "the name does not tell the format.", "Add --format csv, json or jsonl.");
        Stream content = Open(path);
        return new InputFile(
            path,
            content.CanSeek && options.Encoding is null
                ? new InputContent(content, path)
                : await SpoolAsync(content, path, options.Encoding, cancellationToken),
            known,
            options);
    }

    /// <summary>Starts a pass over the records.</summary>
    public IRecordSource ReadRecords()
    {
        _textStart ??= Utf8Text.Check(_content, Name);
        if (_textStart == _content.Length)
        {
            throw new InputException(Name, 1, "there is nothing in it.", "Give a file that is not empty.");
        }

        _content.Position = _textStart.Value;
        return Format switch
        {
            InputFormat.Csv => new CsvRecords(_content, Name, _options),
            InputFormat.Json => new JsonArrayRecords(_content, Name, _options.RejectedPath is not null),
            _ => new JsonLinesRecords(_content, Name, _options.RejectedPath is not null),
        };
    }

    public void Dispose() => _content.Dispose();

    private static async Task<InputContent> SpoolAsync(
        Stream source, string name, Encoding? encoding, CancellationToken cancellationToken)
    {
        await using var text = AsUtf8(new InputContent(source, name), encoding);
        return new InputContent(await TemporaryFile.SpoolAsync(text, name, cancellationToken), name);
    }

    private static Stream AsUtf8(Stream content, Encoding? encoding) =>
        encoding is null ? content : Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8);

    private static Stream Open(Func<Stream> openStandardInput)
    {
        try
        {
            return openStandardInput();
        }
        catch (IOException)
        {
            throw new InputException(StandardInput, null, "it is closed.", "Give a pipe or a file.");
        }
    }

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
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw new InputException(path, null, "cannot be opened.", "Give a file that can be read.");
        }
    }
}
