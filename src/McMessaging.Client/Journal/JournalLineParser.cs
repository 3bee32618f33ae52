using System.Globalization;
using System.Text;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// Understands the lines that <see cref="JournalLineWriter"/> writes, once their seals were checked. Where a line is
/// none of these, it throws what <see cref="IsParseError"/> knows.
/// </summary>
internal static class JournalLineParser
{
    private const int MaxKeyBytes = 1024;

    private static ReadOnlySpan<byte> HeaderStart => "{\"n\":1,\"journal\":\"McMessaging\",\"version\":2,"u8;

    private static ReadOnlySpan<byte> OutcomeStart => "\"key\":\""u8;

    private static ReadOnlySpan<byte> StateStart => "\",\"outcome\":\""u8;

    public static bool IsParseError(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or ArgumentException;

    /// <summary>Whether a line is a header of this version.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) => line.StartsWith(HeaderStart);

    /// <summary>Whether bytes may be the beginning of such a header.</summary>
    public static bool BeginsHeader(ReadOnlySpan<byte> bytes) => IsHeader(bytes) || HeaderStart.StartsWith(bytes);

    public static bool IsHeaderOfVersion1(ReadOnlySpan<byte> line) => line.StartsWith("{\"version\":1,\"runId\":"u8);

    public static JournalHeader Header(ReadOnlySpan<byte> line)
    {
        using var document = JsonDocument.Parse(line.ToArray());
        var root = document.RootElement;
        return new JournalHeader(
            TextOf(root, "runId"),
            Enum.Parse<MessageChannel>(TextOf(root, "channel")),
            TextOf(root, "definition"),
            TextOf(root, "account"),
            root.GetProperty("at").GetDateTimeOffset())
        {
            Shard = root.Text("shard"),
        };
    }

    /// <summary>Reads all that an outcome says.</summary>
    public static JournalEntry Outcome(ReadOnlyMemory<byte> line, JournalMark mark)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new JournalEntry(
            mark.State,
            mark.FirstSentAt,
            (int?)root.Number("code"),
            root.Text("error"),
            (int?)root.Number("status"),
            root.Text("request"),
            root.Text("send"));
    }

    /// <summary>Takes over what a line says that is not the first.</summary>
    /// <param name="line">The line.</param>
    /// <param name="members">What stands in it between number and checksum.</param>
    /// <param name="place">Where it begins in the file.</param>
    /// <param name="contents">Where its message goes.</param>
    public static void Apply(ReadOnlySpan<byte> line, ReadOnlySpan<byte> members, long place, JournalContents contents)
    {
        if (members.StartsWith(OutcomeStart))
        {
            contents.IsFinished = false;
            ApplyOutcome(members[OutcomeStart.Length..], place, contents.Index);
        }
        else
        {
            ApplyOther(line, contents);
        }
    }

    // By the one shape that outcomes have, and not by a JSON reader: there is one for each message.
    private static void ApplyOutcome(ReadOnlySpan<byte> text, long place, JournalIndex index)
    {
        // A quote in a key is escaped, so that this is not found in one.
        var end = text.IndexOf(StateStart);
        if (end < 0)
        {
            throw new FormatException("The outcome is missing.");
        }

        var state = StateOf(text[(end + StateStart.Length)..]);
        var key = text[..end];
        if (key.Contains((byte)'\\'))
        {
            key = Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>([(byte)'"', .. key, (byte)'"'])!);
        }

        if (!index.TrySettle(key, state, place))
        {
            throw new FormatException("The outcome belongs to a key that was never to be sent.");
        }
    }

    private static JournalState StateOf(ReadOnlySpan<byte> text) =>
        text.StartsWith("Accepted\""u8) ? JournalState.Accepted
        : text.StartsWith("Rejected\""u8) ? JournalState.Rejected
        : text.StartsWith("NotTaken\""u8) ? JournalState.NotTaken
        : text.StartsWith("InFlight\""u8) ? JournalState.InFlight
        : throw new FormatException("The outcome is unknown.");

    private static void ApplyOther(ReadOnlySpan<byte> line, JournalContents contents)
    {
        var reader = new Utf8JsonReader(line);
        var isKnown = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                contents.LastWrittenAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("intent"u8))
            {
                ApplyIntent(ref reader, contents);
                isKnown = true;
            }
            else if (reader.ValueTextEquals("first"u8))
            {
                ApplyFirst(ref reader, contents.First);
                isKnown = true;
            }
            else if (reader.ValueTextEquals(RejectedNote.Name))
            {
                contents.Rejected = RejectedNote.Read(line);
                isKnown = true;
            }
            else if (reader.ValueTextEquals("finished"u8))
            {
                contents.IsFinished = isKnown = true;
            }
        }

        if (!isKnown)
        {
            throw new FormatException("The line is of an unknown kind.");
        }
    }

    private static void ApplyIntent(ref Utf8JsonReader reader, JournalContents contents)
    {
        contents.IsFinished = false;
        var messages = 0;
        Span<byte> unescaped = stackalloc byte[MaxKeyBytes];
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            contents.Index.Intend(
                reader.ValueIsEscaped ? unescaped[..reader.CopyString(unescaped)] : reader.ValueSpan,
                contents.LastWrittenAt.UtcTicks);
            messages++;
        }

        contents.Recent.Add(contents.LastWrittenAt, messages);

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new FormatException("A key is not text.");
        }
    }

    private static void ApplyFirst(ref Utf8JsonReader reader, FirstRecipients first)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = int.Parse(reader.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
            reader.Read();
            first.Load(place, reader.GetString() ?? throw new FormatException("A fingerprint is missing."));
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new FormatException("A value is of the wrong kind.");
        }
    }

    private static string TextOf(JsonElement root, string name) =>
        root.Text(name) ?? throw new FormatException($"The header has no {name}.");
}
