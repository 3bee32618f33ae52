namespace McMessaging;

/// <summary>What to send, and how.</summary>
public sealed record SendOptions
{
    /// <summary>The channel.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>
    /// The definition key; for a triggered send its external key, unless <see cref="DefinitionId"/> is set.
    /// </summary>
    public string? DefinitionKey { get; init; }

    /// <summary>The object id of a triggered send definition.</summary>
    public Guid? DefinitionId { get; init; }

    /// <summary>How input objects become recipients.</summary>
    public RecipientMapping Mapping { get; init; } = new();

    /// <summary>
    /// Attributes for all recipients, in order; values as in a recipient's attributes. Where a triggered send's
    /// recipient
    /// has one of the same name, the recipient's own is sent.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Attributes { get; init; } = [];

    /// <summary>
    /// Recipients per request, 1 to 2,000; <c>null</c>: 500 where recipients carry attributes, else 2,000. With 1,
    /// email and SMS go to the service's route for one recipient, except with request-wide attributes, for which it has
    /// no place, and with message keys that cannot stand in an address (<c>/</c>, <c>\</c>, <c>%</c>).
    /// </summary>
    public int? BatchSize { get; init; }

    /// <summary>The most requests in flight, 1 to 50.</summary>
    public int ThrottleLimit { get; init; } = SendLimits.DefaultThrottleLimit;

    /// <summary>
    /// Recipients that may begin in any 60 seconds, retries and the last minute of a resumed run included; <c>null</c>:
    /// no limit. Batches become smaller where that is needed to begin them at even distances, and what a request waits
    /// for it counts neither to <see cref="Timeout"/> nor to <see cref="RetryTimeout"/>.
    /// </summary>
    public int? RecipientsPerMinute { get; init; }

    /// <summary>Retries of a request after its first attempt, at most.</summary>
    public int MaxRetryCount { get; init; } = SendLimits.DefaultRetryCount;

    /// <summary>The limit of one attempt. The service itself gives up after 120 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(SendLimits.DefaultTimeoutSeconds);

    /// <summary>The limit of one batch over all its attempts, waits included, from its first attempt.</summary>
    public TimeSpan RetryTimeout { get; init; } =
        TimeSpan.FromSeconds(SendLimits.DefaultRetryTimeoutSeconds);

    /// <summary>The run that derived message keys belong to; <c>null</c>: the journal's, else a new one.</summary>
    public string? RunId { get; init; }

    /// <summary>The journal file; <c>null</c>: none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Send this part of the input only, and pass over the rest; <c>null</c>: all.</summary>
    public SendShard? Shard { get; init; }

    /// <summary>
    /// A file that keeps every input object that was not taken, with the reason, to be sent again once it is corrected:
    /// CSV, or JSON Lines where the name ends in <c>.jsonl</c>. It is refused if it exists, unless a journal is
    /// resumed; <c>null</c>: none.
    /// </summary>
    public string? RejectedPath { get; init; }

    /// <summary>How that file is written.</summary>
    public RejectedFileFormat RejectedFormat { get; init; } = new();

    /// <summary>Send again what the journal holds as unknown and is no longer safe to retry.</summary>
    public bool ResendUnknown { get; init; }

    /// <summary>
    /// Send again what the journal holds as rejected, but for a duplicate message key (109110): the service forgets
    /// keys after 72 hours, and would then send a second message.
    /// </summary>
    public bool RetryRejected { get; init; }

    /// <summary>Triggered sends: retry after an ambiguous failure too, which may send twice.</summary>
    public bool RetryAmbiguous { get; init; }

    /// <summary>The expected number of input objects, for progress.</summary>
    public long? TotalCount { get; init; }

    /// <summary>SMS: replaces the definition's text.</summary>
    public string? MessageText { get; init; }

    /// <summary>SMS: resubscribes recipients who had unsubscribed.</summary>
    public bool Resubscribe { get; init; }

    /// <summary>Triggered sends: the sender's address.</summary>
    public string? FromAddress { get; init; }

    /// <summary>Triggered sends: the sender's name.</summary>
    public string? FromName { get; init; }

    /// <summary>Triggered sends: whether the service responds before or after the subscriber was checked.</summary>
    public TriggeredRequestType RequestType { get; init; }

    /// <summary>Make the requests and hand them to the host instead of sending them.</summary>
    public bool PreviewOnly { get; init; }

    /// <summary>How the journal's file is written and brought to the disk; tests give a disk that fails.</summary>
    internal Func<FileStream, (Stream Stream, Action Flush)> JournalDisk { get; init; } =
        file => (file, () => file.Flush(flushToDisk: true));

    /// <summary>How the file of rejected rows is written; tests give a disk that fails.</summary>
    internal Func<FileStream, Stream> RejectedDisk { get; init; } = file => file;

    /// <summary>How the journal's folder is brought to the disk; <c>null</c>: by the system. Tests look on.</summary>
    internal Action<string>? JournalFolderFlush { get; init; }

    /// <summary>The channel and the definition; no text, address or attribute.</summary>
    public override string ToString() => OneLine.Of($"{Channel} {DefinitionId?.ToString() ?? DefinitionKey}");
}
