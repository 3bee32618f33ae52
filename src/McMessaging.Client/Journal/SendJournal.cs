using McMessaging.Files;
using McMessaging.Keys;

namespace McMessaging.Journal;

/// <summary>
/// What a run may rely on after it was killed: every key is on the disk before its request goes out, and its outcome
/// follows the answer.
/// </summary>
internal sealed class SendJournal : IAsyncDisposable
{
    private readonly JournalFile _file;
    private readonly JournalContents _earlier;
    private readonly JournalHeader _header;
    private readonly JournalOutcomes? _outcomes;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _begin = new(1, 1);
    private JournalWriter? _writer;

    private SendJournal(
        JournalFile file, JournalContents earlier, JournalHeader header, bool mustMatchInput, TimeProvider timeProvider)
    {
        _file = file;
        _earlier = earlier;
        _header = earlier.Header ?? header;
        _outcomes = IsNew ? null : file.Outcomes();
        _timeProvider = timeProvider;
        PlacesToMatch = mustMatchInput ? earlier.First.LastKnown : 0;
    }

    /// <summary>The run id: the journal's own if it is not new.</summary>
    public string RunId => _header.RunId;

    /// <summary>The recipients at the first places of the input, for the next run that wants the journal.</summary>
    public FirstRecipients First => _earlier.First;

    /// <summary>When the last messages of earlier runs were about to be sent, and how many.</summary>
    public IEnumerable<(DateTimeOffset At, int Messages)> LastMinute => _earlier.Recent.All;

    /// <summary>
    /// The first places of the input whose recipients have to be those of the journal, before anything is sent; 0 where
    /// the user named the run.
    /// </summary>
    public int PlacesToMatch { get; }

    /// <summary>The file of rejected rows as the run before left it; <c>null</c>: not known.</summary>
    public FileState? Rejected => _earlier.Rejected;

    /// <summary>Whether an earlier run wrote it.</summary>
    public bool IsResumed => !IsNew;

    private bool IsNew => _earlier.Header is null;

    /// <summary>
    /// Opens a journal, new or not, and holds it against other runs. A new file is made with the first intent.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="header">The header of this run.</param>
    /// <param name="isRunIdGiven">Whether the user named the run; else the journal's run id is taken over.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the reading of a long journal.</param>
    /// <exception cref="McException">The file cannot be used, or may not be taken up by this run.</exception>
    public static async Task<SendJournal> OpenAsync(
        JournalFile file,
        JournalHeader header,
        bool isRunIdGiven,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        try
        {
            var earlier = await file.OpenExistingAsync(cancellationToken).ConfigureAwait(false);
            if (earlier.Header is not null)
            {
                JournalLife.Check(file.Path, earlier, header, isRunIdGiven, timeProvider.GetUtcNow());
            }

            return new SendJournal(file, earlier, header, mustMatchInput: !isRunIdGiven, timeProvider);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What became of a key in earlier runs.</summary>
    public bool TryFind(string messageKey, out JournalMark mark) => _earlier.Index.TryGet(messageKey, out mark);

    /// <summary>All that earlier runs noted of a key. One caller at a time.</summary>
    /// <exception cref="McException">The journal was changed since it was opened, or cannot be read.</exception>
    public JournalEntry Details(JournalMark mark) => _outcomes!.Read(mark);

    /// <summary>The error for an input whose recipient at this place is not the journal's.</summary>
    public McException OtherInput(long place) => JournalErrors.OtherInput(_file.Path, _earlier, place);

    /// <summary>The keys of one request; nothing is noted yet.</summary>
    public JournalIntent Intend(IReadOnlyList<string> keys) => new(this, keys);

    /// <summary>Notes that these keys are about to be sent; returns when that is on the disk.</summary>
    public async Task IntendAsync(IReadOnlyList<string> keys)
    {
        var at = _timeProvider.GetUtcNow();
        var writer = await BeginAsync().ConfigureAwait(false);
        if (First.TakeUnwritten() is { Count: > 0 } first)
        {
            using var places = JournalLineWriter.First(first);
            await writer.AppendAsync(places.Memory, untilOnDisk: false).ConfigureAwait(false);
        }

        using var intent = JournalLineWriter.Intent(keys, at);
        await writer.AppendAsync(intent.Memory, untilOnDisk: true).ConfigureAwait(false);
    }

    /// <summary>Notes outcomes of keys that were intended before.</summary>
    public async Task RecordAsync(IReadOnlyList<RecipientResult> results)
    {
        using var outcomes = JournalLineWriter.Outcomes(results);
        await _writer!.AppendAsync(outcomes.Memory, untilOnDisk: false).ConfigureAwait(false);
    }

    /// <summary>Notes how the run leaves its file of rejected rows, where there is a journal by now.</summary>
    public async Task NoteRejectedAsync(FileState file)
    {
        if (file != Rejected && (_writer is not null || IsResumed))
        {
            var writer = await BeginAsync().ConfigureAwait(false);
            using var note = JournalLineWriter.Rejected(file);
            await writer.AppendAsync(note.Memory, untilOnDisk: false).ConfigureAwait(false);
        }
    }

    /// <summary>Notes the end of the run, if it was reached; returns when everything noted is on the disk.</summary>
    /// <param name="summary">What became of all who were read.</param>
    /// <param name="isCutShort">Whether the run was stopped, so that not all input was read.</param>
    public async Task CloseAsync(SendSummary summary, bool isCutShort)
    {
        var isFinished = !isCutShort && summary is { Failed: 0, Unknown: 0, Cancelled: 0 };
        if (isFinished && (_writer is not null || !(IsNew || _earlier.IsFinished)))
        {
            var writer = await BeginAsync().ConfigureAwait(false);
            using var end = JournalLineWriter.Finished(_timeProvider.GetUtcNow());
            await writer.AppendAsync(end.Memory, untilOnDisk: true).ConfigureAwait(false);
        }
        else if (_writer is not null)
        {
            await _writer.AppendAsync(ReadOnlyMemory<byte>.Empty, untilOnDisk: true).ConfigureAwait(false);
        }
    }

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
            if (IsNew)
            {
                using var header = JournalLineWriter.Header(_header);
                await _writer.AppendAsync(header.Memory, untilOnDisk: false).ConfigureAwait(false);
            }

            return _writer;
        }
        finally
        {
            _begin.Release();
        }
    }
}
