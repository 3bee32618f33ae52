using System.Text.Json;
using McMessaging.Files;
using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// Writes the lines of a journal, but for the <see cref="JournalSeal"/> that they get in their order. They hold no
/// address, no attribute, no secret. Whoever gets them disposes of them.
/// </summary>
internal static class JournalLineWriter
{
    private const int Version = 2;
    private const int MaxTextLength = 200;
    private const int UsualBatch = 64 * 1024;

    // There is an outcome for each message: what they share is encoded once.
    private static readonly JsonEncodedText Key = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText Outcome = JsonEncodedText.Encode("outcome");
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText Request = JsonEncodedText.Encode("request");
    private static readonly JsonEncodedText[] States =
        [.. Enum.GetNames<JournalState>().Select(name => JsonEncodedText.Encode(name))];

    public static PooledBuffer Header(JournalHeader header) => Line(writer =>
    {
        writer.WriteString("journal", "McMessaging");
        writer.WriteNumber("version", Version);
        writer.WriteString("runId", header.RunId);
        writer.WriteString("channel", header.Channel.ToString());
        writer.WriteString("definition", header.DefinitionKey);
        writer.WriteString("account", header.Account);
        if (header.Shard is { } shard)
        {
            writer.WriteString("shard", shard);
        }

        writer.WriteString("at", header.CreatedAt);
    });

    /// <summary>Fingerprints of the recipients at the first places of the input.</summary>
    public static PooledBuffer First(IEnumerable<KeyValuePair<string, string>> recipients) => Line(writer =>
    {
        writer.WriteStartObject("first");
        foreach (var (place, fingerprint) in recipients)
        {
            writer.WriteString(place, fingerprint);
        }

        writer.WriteEndObject();
    });

    public static PooledBuffer Intent(IReadOnlyList<string> keys, DateTimeOffset at) => Line(writer =>
    {
        writer.WriteString("at", at);
        writer.WriteStartArray("intent");
        foreach (var key in keys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    });

    /// <summary>The file of rejected rows as the run left it.</summary>
    public static PooledBuffer Rejected(FileState file) => Line(writer => RejectedNote.Write(writer, file));

    /// <summary>The last line of a run that reached its end.</summary>
    public static PooledBuffer Finished(DateTimeOffset at) => Line(writer =>
    {
        writer.WriteString("at", at);
        writer.WriteBoolean("finished", true);
    });

    public static PooledBuffer Outcomes(
        IEnumerable<RecipientResult> results) => Lines(results, (writer, result) =>
    {
        writer.WriteString(Key, result.MessageKey);
        writer.WriteString(Outcome, States[(int)StateOf(result.Outcome)]);
        if (result.ErrorCode is { } code and not 0)
        {
            writer.WriteNumber("code", code);
        }

        if (result.ErrorName is { } name)
        {
            writer.WriteString("error", Cut(name));
        }

        if (result.HttpStatus is { } status)
        {
            writer.WriteNumber(Status, status);
        }

        if (result.RequestId is { } request)
        {
            writer.WriteString(Request, Cut(request));
        }

        if (result is TriggeredResult { RecipientSendId: { } id })
        {
            writer.WriteString("send", Cut(id));
        }
    });

    private static JournalState StateOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted or SendOutcome.AlreadyAccepted => JournalState.Accepted,
        SendOutcome.Rejected => JournalState.Rejected,
        SendOutcome.Unknown => JournalState.InFlight,
        _ => JournalState.NotTaken,
    };

    // The service chooses these texts; a line has its limit.
    private static string Cut(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength];

    private static PooledBuffer Line(Action<Utf8JsonWriter> write) => Lines([0], (writer, _) => write(writer));

    private static PooledBuffer Lines<TItem>(IEnumerable<TItem> items, Action<Utf8JsonWriter, TItem> write)
    {
        var buffer = new PooledBuffer(UsualBatch);
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        foreach (var item in items)
        {
            writer.Reset();
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
            writer.Flush();
            buffer.Append("\n"u8);
        }

        return buffer;
    }
}
