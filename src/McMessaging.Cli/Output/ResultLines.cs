using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace McMessaging.Cli.Output;

/// <summary>Results as JSON Lines, with the property names of <see cref="RecipientResult"/>.</summary>
internal sealed class ResultLines : IDisposable
{
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly Utf8JsonWriter _json;

    public ResultLines()
    {
        _json = new(_lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>The lines of these results; good until the next call.</summary>
    public ReadOnlySpan<byte> Of(IReadOnlyList<RecipientResult> results)
    {
        _lines.ResetWrittenCount();
        foreach (var result in results)
        {
            _json.Reset();
            Write(result);
            _json.Flush();
            _lines.Write("\n"u8);
        }

        return _lines.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();

    private void Write(RecipientResult result)
    {
        _json.WriteStartObject();
        _json.WriteString(nameof(result.MessageKey), result.MessageKey);
        _json.WriteString(nameof(result.ContactKey), result.ContactKey);
        _json.WriteString(nameof(result.To), result.To);
        _json.WriteString(nameof(result.Channel), result.Channel.ToString());
        _json.WriteString(nameof(result.DefinitionKey), result.DefinitionKey);
        _json.WriteString(nameof(result.Outcome), result.Outcome.ToString());
        WriteNumber(nameof(result.ErrorCode), result.ErrorCode);
        _json.WriteString(nameof(result.ErrorName), result.ErrorName);
        _json.WriteString(nameof(result.Message), result.Message);
        _json.WriteString(nameof(result.RequestId), result.RequestId);
        WriteNumber(nameof(result.HttpStatus), result.HttpStatus);
        _json.WriteNumber(nameof(result.Attempts), result.Attempts);
        WriteTime(nameof(result.SentAt), result.SentAt);
        _json.WriteBoolean(nameof(result.FromJournal), result.FromJournal);
        _json.WriteNumber(nameof(result.Index), result.Index);
        _json.WriteNumber(nameof(result.OtherShards), result.OtherShards);
        if (result is TriggeredResult triggered)
        {
            _json.WriteString(nameof(triggered.RecipientSendId), triggered.RecipientSendId);
        }

        _json.WriteEndObject();
    }

    private void WriteNumber(string name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void WriteTime(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteString(name, time);
        }
        else
        {
            _json.WriteNull(name);
        }
    }
}
