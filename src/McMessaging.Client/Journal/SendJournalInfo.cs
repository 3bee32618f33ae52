using McMessaging.Journal;

namespace McMessaging;

/// <summary>What a journal says of its run. A journal holds no address, no attribute and no secret.</summary>
public sealed class SendJournalInfo
{
    private SendJournalInfo(string path, JournalReader read)
    {
        var header = read.Header ?? throw JournalErrors.NotAJournal(path);
        Path = path;
        RunId = header.RunId;
        Channel = header.Channel;
        DefinitionKey = header.DefinitionKey;
        Account = header.Account;
        CreatedAt = header.CreatedAt;
        Accepted = Count(read, JournalState.Accepted);
        Rejected = Count(read, JournalState.Rejected);
        NotTaken = Count(read, JournalState.NotTaken);
        InFlight = Count(read, JournalState.InFlight);
        FirstOpenSentAt = read.Entries.Values
            .Where(entry => entry.State == JournalState.InFlight)
            .Select(entry => (DateTimeOffset?)entry.FirstSentAt)
            .Min();
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

    /// <summary>When the journal was begun.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Messages that the service took.</summary>
    public int Accepted { get; }

    /// <summary>Messages that the service refused.</summary>
    public int Rejected { get; }

    /// <summary>Messages that were certainly not taken: a resumed run sends them.</summary>
    public int NotTaken { get; }

    /// <summary>
    /// Messages that were sent and whose outcome is open: a resumed run repeats them while that is safe.
    /// </summary>
    public int InFlight { get; }

    /// <summary>
    /// When the oldest message with an open outcome was first sent. Email and SMS are repeated for 48 hours from then.
    /// </summary>
    public DateTimeOffset? FirstOpenSentAt { get; }

    /// <summary>Reads a journal that no run is writing.</summary>
    /// <exception cref="McException">The file cannot be read, or is no journal.</exception>
    public static SendJournalInfo Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var reader = new JournalReader(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            reader.Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw JournalErrors.CannotRead(path, exception);
        }

        return new SendJournalInfo(path, reader);
    }

    /// <summary>The path and the counts.</summary>
    public override string ToString() =>
        $"{Path}: {Accepted} accepted, {Rejected} rejected, {NotTaken} not taken, {InFlight} in flight";

    private static int Count(JournalReader read, JournalState state) =>
        read.Entries.Values.Count(entry => entry.State == state);
}
