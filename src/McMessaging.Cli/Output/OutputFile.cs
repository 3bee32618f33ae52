namespace McMessaging.Cli.Output;

/// <summary>
/// Where <c>--output</c> goes: readable by its owner only, and what is there stays until something is written.
/// </summary>
/// <param name="path">The file, written anew; <c>-</c>: standard output.</param>
/// <param name="openStandardOutput">Opens standard output.</param>
internal sealed class OutputFile(string path, Func<Stream> openStandardOutput) : IDisposable
{
    private Stream? _stream;
    private DraftFile? _draft;
    private bool _isNew;
    private bool _hasContent;
    private bool _hasFailed;

    /// <summary>Opens it for what is to be there at once, and stays there whatever comes after.</summary>
    /// <exception cref="McException">It cannot be written.</exception>
    public void Open() => Guard(McErrorCategory.OpenError, () =>
    {
        var isNew = path != "-" && !Path.Exists(path);
        _stream = path == "-" ? openStandardOutput() : new FileStream(path, PrivateFile.WrittenByOneRun());
        _isNew = isNew;
    });

    /// <summary>
    /// Opens it for what is of use only when it is complete: until then a file that is there stays as it is.
    /// </summary>
    /// <exception cref="McException">It cannot be written.</exception>
    public void OpenAsWhole()
    {
        // Pipes and devices have no length; they are written in place, as is an empty file, which has nothing to lose.
        if (path == "-" || (Path.Exists(path) && LinkEnd.Of(path) is not { Exists: true, Length: > 0 }))
        {
            Open();
            return;
        }

        Guard(McErrorCategory.OpenError, () =>
        {
            _draft = DraftFile.Create(path);
            _stream = _draft.Stream;
        });
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
            Empty();
            _stream!.Write(lines);
            _stream.Flush();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            _hasFailed = true;
            throw NotWritable(McErrorCategory.WriteError, Told(exception));
        }
    }

    /// <summary>Returns when the disk has all that was written, as far as it goes to one.</summary>
    /// <exception cref="McException">The disk failed.</exception>
    public void Complete() => Guard(McErrorCategory.WriteError, () =>
    {
        Empty();
        if (_draft is not null)
        {
            _draft.Complete();
        }
        else if (path != "-" && _stream is FileStream file)
        {
            file.Flush(flushToDisk: file.CanSeek);
        }
    });

    /// <summary>Leaves no file behind that was made for nothing.</summary>
    public void Dispose()
    {
        _draft?.Dispose();
        _stream?.Dispose();
        if (_isNew && !_hasContent)
        {
            File.Delete(path);
        }
    }

    /// <summary>What was there before goes when there is something to take its place.</summary>
    private void Empty()
    {
        if (!_hasContent && path != "-" && _stream is FileStream { CanSeek: true, Length: > 0 } file)
        {
            file.SetLength(0);
        }

        _hasContent = true;
    }

    private void Guard(McErrorCategory category, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw NotWritable(category, Told(exception));
        }
    }

    private Exception Told(Exception exception) =>
        _draft?.Told(exception) ?? (path == "-" ? exception : exception.ToldOf(path, path));

    private McException NotWritable(McErrorCategory category, Exception cause) => new(
        "OutputNotWritable",
        category,
        $"The output {(path == "-" ? "stream" : path)} cannot be written ({cause.Message.TrimEnd('.')}).",
        category == McErrorCategory.OpenError
            ? "Nothing was done. Give --output a file in a folder that this account may write to."
            : "Free space on the disk, or give --output a file in a folder that this account may write to.",
        cause);
}
