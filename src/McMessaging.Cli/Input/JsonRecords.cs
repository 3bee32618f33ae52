using System.Text.Json;

namespace McMessaging.Cli.Input;

/// <summary>What JSON arrays and JSON Lines have in common: an object per record, and how errors are told.</summary>
/// <param name="name">The input's name for messages.</param>
/// <param name="keepsRecords">Whether a record stays good when the next one is read.</param>
internal abstract class JsonRecords(string name, bool keepsRecords) : IRecordSource
{
    private JsonDocument? _document;

    public object Record => _document!.RootElement;

    public long Line { get; protected set; }

    public abstract bool Read();

    public void Dispose()
    {
        Release();
        Dispose(disposing: true);
    }

    protected abstract void Dispose(bool disposing);

    protected void Take(JsonDocument document)
    {
        Release();
        _document = document;
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Broken("the record is not an object.", "Give every record as an object: {\"ContactKey\": …}.");
        }

        if (RecordNames.FirstTwice(RecordNames.Of(document.RootElement)) is { } twice)
        {
            throw Broken($"the member '{twice}' is there twice.", "Rename or remove one of them.");
        }
    }

    // A record that is kept is left to the garbage collector.
    private void Release()
    {
        if (!keepsRecords)
        {
            _document?.Dispose();
        }
    }

    protected InputException Broken(string problem, string action) => new(name, Line, problem, action);

    /// <summary>Leaves out the parser's own words: they can hold a piece of a value.</summary>
    protected InputException NotJson(JsonException error, long line) => new(
        name,
        line,
        $"not valid JSON at byte {error.BytePositionInLine + 1}.",
        "Look there, and shortly before, for a missing or extra comma, quote or bracket.");
}
