using System.Text;
using System.Text.Json;

namespace McMessaging.Cli.Input;

/// <summary>JSON Lines: one object per line.</summary>
internal sealed class JsonLinesRecords(InputContent content, string name, bool keepsRecords = false)
    : JsonRecords(name, keepsRecords)
{
    private const int BufferSize = 64 * 1024;

    private readonly StreamReader _reader = new(content, Encoding.UTF8, bufferSize: BufferSize, leaveOpen: true);

    public override bool Read()
    {
        string? text;
        do
        {
            Line++;
            content.BeginRecord(Line);
            text = _reader.ReadLine();
        }
        while (text is not null && string.IsNullOrWhiteSpace(text));
        if (text is null)
        {
            return false;
        }

        Take(Parse(text));
        return true;
    }

    protected override void Dispose(bool disposing) => _reader.Dispose();

    private JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw NotJson(exception, Line);
        }
    }
}
