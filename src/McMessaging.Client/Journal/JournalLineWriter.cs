using System.Buffers;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// Writes the lines of a journal, but for the <see cref="JournalSeal"/> that they get in their order. They hold no
/// address, no attribute, no secret.
/// </summary>
internal static class JournalLineWriter
{
    private const int Version = 2;
    private const int MaxTextLength = 200;

    public static ReadOnlyMemory<byte> Header(JournalHeader header) => Line(writer =>
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
    public static ReadOnlyMemory<byte> First(IEnumerable<KeyValuePair<string, string>> recipients) => Line(writer =>
    {
        writer.WriteStartObject("first");
        foreach (var (place, fingerprint) in recipients)
        {
            writer.WriteString(place, fingerprint);
        }

        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Intent(IReadOnlyList<string> keys, DateTimeOffset at) => Line(writer =>
    {
        writer.WriteString("at", at);
        writer.WriteStartArray("intent");
        foreach (var key in keys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    });

    /// <summary>The last line of a run that reached its end.</summary>
    public static ReadOnlyMemory<byte> Finished(DateTimeOffset at) => Line(writer =>
    {
        writer.WriteString("at", at);
        writer.WriteBoolean("finished", true);
    });

    public static ReadOnlyMemory<byte> Outcomes(
        IEnumerable<RecipientResult> results) => Lines(results, (writer, result) =>
    {
        writer.WriteString("key", result.MessageKey);
        writer.WriteString("outcome", StateOf(result.Outcome).ToString());
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
            writer.WriteNumber("status", status);
        }

        if (result.RequestId is { } request)
        {
            writer.WriteString("request", Cut(request));
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

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write) => Lines([0], (writer, _) => write(writer));

    private static ReadOnlyMemory<byte> Lines<TItem>(IEnumerable<TItem> items, Action<Utf8JsonWriter, TItem> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        foreach (var item in items)
        {
            writer.Reset();
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
            writer.Flush();
            buffer.Write("\n"u8);
        }

        return buffer.WrittenMemory;
    }
}
