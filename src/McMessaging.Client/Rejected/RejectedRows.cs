using McMessaging.Batches;
using McMessaging.Journal;
using McMessaging.Recipients;

namespace McMessaging.Rejected;

/// <summary>Keeps every row that was not taken, as results come. One caller at a time, but for the check.</summary>
internal sealed class RejectedRows(
    RejectedFile file, IRejectedFormat format, SendJournal? journal, TimeProvider timeProvider)
{
    private bool _isRefused;
    private bool _hasReturnedRows;

    /// <summary>Where the file is found after the run.</summary>
    public string Path => file.Path;

    /// <summary>Where an earlier file is kept, which may hold corrections; <c>null</c>: nowhere.</summary>
    public string? KeptPath => file.KeptPath;

    /// <summary>Opens the file that the options ask for; <c>null</c>: none.</summary>
    /// <param name="options">The options.</param>
    /// <param name="journal">The journal; where it is resumed, its run may have left a file.</param>
    /// <param name="reader">How values are read.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="McException">It exists, is the journal, or cannot be opened.</exception>
    public static RejectedRows? Open(
        SendOptions options, SendJournal? journal, IRecordReader reader, TimeProvider timeProvider)
    {
        if (options.RejectedPath is not { } path || options.PreviewOnly)
        {
            return null;
        }

        IRejectedFormat format = path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? new JsonLinesFormat(options.RejectedFormat, options.Shard, reader)
            : new CsvFormat(options.RejectedFormat, options.Shard, reader);
        var file = new RejectedFile(path, options.RejectedDisk);
        file.Open(journal?.IsResumed == true, options.JournalPath, journal?.Rejected);
        return new RejectedRows(file, format, journal, timeProvider);
    }

    /// <summary>Refuses an input object that the file could not hold, before it is sent.</summary>
    /// <param name="recipient">What was read; what another shard sends need not fit.</param>
    /// <param name="isEarly">Whether nothing was sent yet: then there is no need for a file, either.</param>
    /// <exception cref="McException">The format cannot hold it.</exception>
    public void Check(MappedRecipient recipient, bool isEarly)
    {
        _hasReturnedRows |= recipient.Returned is not null;
        if (!recipient.IsElsewhere && format.Problem(recipient.Row!) is { } problem)
        {
            _isRefused = isEarly;
            throw RejectedErrors.NeedsJsonLines(problem);
        }
    }

    /// <summary>A batch is full: whatever is sent of it, is sent later.</summary>
    public void Begin(Batch batch) => batch.Rows!.BegunAt = timeProvider.GetUtcNow();

    /// <summary>Takes the results of a batch, one for each of its entries.</summary>
    /// <exception cref="McException">The file cannot be written.</exception>
    public void Write(Batch batch, IReadOnlyList<RecipientResult> results)
    {
        if (_isRefused)
        {
            return;
        }

        using var bytes = new MemoryStream();
        for (var i = 0; i < results.Count; i++)
        {
            if (!results[i].Outcome.IsAccepted())
            {
                format.Append(new RejectedRow(batch.Rows!, i, results[i]), bytes);
            }
        }

        if (bytes.Length > 0)
        {
            file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
    }

    /// <summary>Leaves the file as it is to be found. Further calls do nothing.</summary>
    /// <param name="isCutShort">Whether the run was stopped, so that not all input was read.</param>
    /// <exception cref="McException">It cannot be brought under its name.</exception>
    public async Task FinishAsync(bool isCutShort)
    {
        if (file.Finish(isCutShort, _hasReturnedRows) is { } left && journal is not null)
        {
            await journal.NoteRejectedAsync(left).ConfigureAwait(false);
        }
    }
}
