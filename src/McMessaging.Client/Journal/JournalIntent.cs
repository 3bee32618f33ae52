namespace McMessaging.Journal;

/// <summary>
/// The keys of one request, on their way through a journal: noted before it goes out, and settled after it.
/// </summary>
internal sealed class JournalIntent(SendJournal journal, IReadOnlyList<string> keys)
{
    private bool _isWritten;

    /// <summary>Notes that the keys are about to be sent; returns when that is on the disk.</summary>
    /// <exception cref="McException">The journal cannot be written.</exception>
    public async Task WriteAsync()
    {
        await journal.IntendAsync(keys).ConfigureAwait(false);
        _isWritten = true;
    }

    /// <summary>Notes the outcomes. A request that ended before its keys were noted leaves nothing to settle.</summary>
    /// <exception cref="McException">The journal cannot be written.</exception>
    public Task RecordAsync(IReadOnlyList<RecipientResult> results) =>
        _isWritten ? journal.RecordAsync(results) : Task.CompletedTask;
}
