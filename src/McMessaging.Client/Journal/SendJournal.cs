using McMessaging.Keys;

namespace McMessaging.Journal;

/// <summary>
/// What a run may rely on after it was killed: every key is on the disk before its request goes out, and its outcome
/// follows the answer.
/// </summary>
internal sealed class SendJournal : IAsyncDisposable
{
    private readonly JournalFile _file;
    private readonly JournalHeader _header;
    private readonly bool _isNew;
    private readonly IReadOnlyDictionary<UInt128, JournalEntry> _earlier;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _begin = new(1, 1);
    private JournalWriter? _writer;

    private SendJournal(JournalFile file, JournalReader read, JournalHeader header, TimeProvider timeProvider)
    {
        _file = file;
        _timeProvider = timeProvider;
        _earlier = read.Entries;
        _isNew = read.Header is null;
        _header = read.Header ?? header;
    }

    /// <summary>The run id: the journal's own if it is not new.</summary>
    public string RunId => _header.RunId;

    /// <summary>
    /// Opens a journal, new or not, and holds it against other runs. A new file is made with the first intent.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="header">The header of this run.</param>
    /// <param name="anyRunId">Whether the journal's run id is taken over.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="McException">The file cannot be used, or belongs to another run.</exception>
    public static SendJournal Open(JournalFile file, JournalHeader header, bool anyRunId, TimeProvider timeProvider)
    {
        try
        {
            var read = file.OpenExisting();
            if (read.Header is { } earlier)
            {
                JournalMatch.Check(file.Path, earlier, anyRunId ? header with { RunId = earlier.RunId } : header);
            }

            return new SendJournal(file, read, header, timeProvider);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public JournalEntry? Find(string messageKey) =>
        _earlier.TryGetValue(MessageKeys.Identify(messageKey), out var entry) ? entry : null;

    /// <summary>The keys of one request; nothing is noted yet.</summary>
    public JournalIntent Intend(IReadOnlyList<string> keys) => new(this, keys);

    /// <summary>Notes that these keys are about to be sent; returns when that is on the disk.</summary>
    public async Task IntendAsync(IReadOnlyList<string> keys)
    {
        var at = _timeProvider.GetUtcNow();
        var writer = await BeginAsync().ConfigureAwait(false);
        await writer.AppendAsync(JournalLineWriter.Intent(keys, at), untilOnDisk: true).ConfigureAwait(false);
    }

    /// <summary>Notes outcomes of keys that were intended before.</summary>
    public Task RecordAsync(IEnumerable<RecipientResult> results) =>
        _writer!.AppendAsync(JournalLineWriter.Outcomes(results), untilOnDisk: false);

    /// <summary>Returns when everything noted is on the disk.</summary>
    public Task FlushAsync() =>
        _writer?.AppendAsync(ReadOnlyMemory<byte>.Empty, untilOnDisk: true) ?? Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        _file.Dispose();
        _begin.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JournalWriter> BeginAsync()
    {
        await _begin.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_writer is not null)
            {
                return _writer;
            }
            // Kept also if the header fails: the writer remembers that, and nobody begins anew.
            _writer = _file.BeginWriting();
            if (_isNew)
            {
                await _writer.AppendAsync(JournalLineWriter.Header(_header), untilOnDisk: true).ConfigureAwait(false);
            }

            return _writer;
        }
        finally
        {
            _begin.Release();
        }
    }
}
