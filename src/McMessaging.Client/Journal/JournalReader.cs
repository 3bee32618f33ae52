using System.Text.Json;
using McMessaging.Keys;
using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>Reads a journal: its header, what it knows of each key, and where its last whole line ends.</summary>
internal sealed class JournalReader(string path)
{
    private readonly Dictionary<UInt128, JournalEntry> _entries = [];
    private readonly HashSet<string> _strings = [];

    public JournalHeader? Header { get; private set; }

    public IReadOnlyDictionary<UInt128, JournalEntry> Entries => _entries;

    /// <summary>The length of all whole lines in bytes. What follows was torn off when a run was killed.</summary>
    public long WholeLength { get; private set; }

    public long LineCount { get; private set; }

    public void Read(Stream stream)
    {
        using var lines = new JournalLineReader(stream);
        while (lines.TryRead(out var line, out var isWhole))
        {
            if (!isWhole)
            {
                // A torn header is overwritten, so it must be ours and no other file.
                if (LineCount == 0 && !JournalLineWriter.BeginsHeader(line.Span))
                {
                    throw JournalErrors.NotAJournal(path);
                }

                return;
            }

            LineCount++;
            Apply(line);
            WholeLength = lines.Position;
        }
    }

    private void Apply(ReadOnlyMemory<byte> line)
    {
        using var document = JsonElementExtensions.TryParseObject(line);
        if (LineCount == 1)
        {
            Header = document is null ? null : ReadHeader(document.RootElement);
            if (Header is null)
            {
                throw JournalErrors.NotAJournal(path);
            }

            return;
        }

        if (document is null)
        {
            throw JournalErrors.Damaged(path, LineCount, "it is not a JSON object.");
        }

        var root = document.RootElement;
        if (root.Member("intent") is { ValueKind: JsonValueKind.Array } keys)
        {
            ApplyIntent(keys, root);
        }
        else
        {
            ApplyOutcome(root);
        }
    }

    private static JournalHeader? ReadHeader(JsonElement root) =>
        root.Number("version") == JournalLineWriter.Version
        && root.Text("runId") is { } runId
        && Enum.TryParse(root.Text("channel"), out MessageChannel channel)
        && root.Text("definition") is { } definition
        && root.Text("account") is { } account
        && TimeOf(root) is { } createdAt
            ? new JournalHeader(runId, channel, definition, account, createdAt)
            : null;

    private static DateTimeOffset? TimeOf(JsonElement root) =>
        root.Member("at") is { ValueKind: JsonValueKind.String } at && at.TryGetDateTimeOffset(out var time)
            ? time
            : null;

    private void ApplyIntent(JsonElement keys, JsonElement root)
    {
        var sentAt = TimeOf(root) ?? throw JournalErrors.Damaged(path, LineCount, "an intent has no time.");
        foreach (var key in keys.EnumerateArray())
        {
            var text = key.TextOrNull() ?? throw JournalErrors.Damaged(path, LineCount, "a key is no text.");
            var id = MessageKeys.Identify(text);
            var wasOpen = _entries.TryGetValue(id, out var entry) && entry.State == JournalState.InFlight;
            _entries[id] = new JournalEntry(JournalState.InFlight, wasOpen ? entry.FirstSentAt : sentAt);
        }
    }

    private void ApplyOutcome(JsonElement root)
    {
        if (root.Text("key") is not { } key
            || !Enum.TryParse(root.Text("outcome"), out JournalState state)
            || !Enum.IsDefined(state))
        {
            throw JournalErrors.Damaged(path, LineCount, "it is neither an intent nor an outcome.");
        }

        var id = MessageKeys.Identify(key);
        _entries[id] = new JournalEntry(
            state,
            _entries.GetValueOrDefault(id).FirstSentAt,
            (int?)root.Number("code"),
            Shared(root.Text("error")),
            (int?)root.Number("status"),
            Shared(root.Text("request")),
            root.Text("send"));
    }

    private string? Shared(string? text)
    {
        if (text is null || !_strings.TryGetValue(text, out var known))
        {
            if (text is not null)
            {
                _strings.Add(text);
            }

            return text;
        }

        return known;
    }
}
