using McMessaging.Journal;

namespace McMessaging;

/// <summary>What a journal says of its run. A journal holds no address, no attribute and no secret.</summary>
public sealed class SendJournalInfo
{
    private SendJournalInfo(string path, JournalContents contents)
    {
        var header = contents.Header ?? throw JournalErrors.NotAJournal(path);
        Path = path;
        RunId = header.RunId;
        Channel = header.Channel;
        DefinitionKey = header.DefinitionKey;
        Account = header.Account;
        Shard = header.Shard;
        CreatedAt = header.CreatedAt;
        LastWrittenAt = contents.LastWrittenAt;
        Finished = contents.IsFinished;
        Accepted = contents.Index[JournalState.Accepted];
        Rejected = contents.Index[JournalState.Rejected];
        NotTaken = contents.Index[JournalState.NotTaken];
        InFlight = contents.Index[JournalState.InFlight];
        FirstOpenSentAt = contents.Index.FirstOpenSentAt;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The run that derived message keys belong to.</summary>
    public string RunId { get; }

    /// <summary>The channel of the run.</summary>
    public MessageChannel Channel { get; }

    /// <summary>The definition key, or the key or id of a triggered send.</summary>
    public string DefinitionKey { get; }

    /// <summary>The authentication host, and the business unit if one was asked for.</summary>
    public string Account { get; }

    /// <summary>The part of the input that the run sends, such as <c>3/8</c>; <c>null</c>: all of it.</summary>
    public string? Shard { get; }

    /// <summary>When the journal was begun.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When something was last noted before a request or at the end of the run.</summary>
    public DateTimeOffset LastWrittenAt { get; }

    /// <summary>
    /// Whether the run reached its end: all input was read, and every message was taken or refused. A finished run, and
    /// one that was last written more than 12 hours ago, is taken up again only where its run id is given.
    /// </summary>
    public bool Finished { get; }

    /// <summary>Messages that the service took.</summary>
    public int Accepted { get; }

    /// <summary>Messages that the service refused.</summary>
    public int Rejected { get; }

    /// <summary>Messages that were certainly not taken: a resumed run sends them.</summary>
    public int NotTaken { get; }

    /// <summary>Messages that were sent, whose outcome is open: a resumed run retries them while safe.</summary>
    public int InFlight { get; }

    /// <summary>
    /// When the oldest message with an open outcome was first sent. Email and SMS are retried for 48 hours from then.
    /// </summary>
    public DateTimeOffset? FirstOpenSentAt { get; }

    /// <summary>Reads a journal that no run is writing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading of a long journal.</param>
    /// <exception cref="McException">The file cannot be read, is no journal, or is damaged.</exception>
    public static Task<SendJournalInfo> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => Read(path, cancellationToken), cancellationToken);
    }

    /// <summary>The path and the counts.</summary>
    public override string ToString() =>
        $"{OneLine.Of(Path)}: {Accepted} accepted, {Rejected} rejected, {NotTaken} not taken, {InFlight} in flight";

    private static SendJournalInfo Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            FileTrouble.ThrowIfFolder(path);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return new SendJournalInfo(path, new JournalReader(path, stream, cancellationToken).Read());
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw JournalErrors.CannotRead(path, exception);
        }
    }
}
