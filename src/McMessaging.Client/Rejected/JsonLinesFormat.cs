using System.Text;
using System.Text.Json;
using McMessaging.Recipients;
using McMessaging.Serialization;

namespace McMessaging.Rejected;

/// <summary>Rejected rows as JSON Lines: any members, nested or not.</summary>
internal sealed class JsonLinesFormat(RejectedFileFormat format, SendShard? shard, IRecordReader reader)
    : IRejectedFormat
{
    private readonly Encoding _encoding = format.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private readonly IReadOnlyList<string> _columns = RejectedColumns.Of(shard);
    private bool _isBegun;

    public string? Problem(InputRow row) => null;

    public void Append(RejectedRow row, Stream output)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            output.Write(_encoding.Preamble);
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            Write(row, writer);
        }

        buffer.WriteByte((byte)'\n');
        output.Write(Encoding.Convert(Encoding.UTF8, _encoding, buffer.ToArray()));
    }

    private void Write(RejectedRow row, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var names = row.Rows.NamesAt(row.Index);
        for (var i = 0; i < names.Count; i++)
        {
            if (!RejectedColumns.Contains(names[i]))
            {
                writer.WritePropertyName(WholeText(names[i]));
                WriteValue(row.Rows.ValuesAt(row.Index)[i], writer);
            }
        }

        var texts = row.Texts(shard, format.Words);
        for (var i = 0; i < texts.Count; i++)
        {
            writer.WriteString(_columns[i], texts[i]);
        }

        writer.WriteEndObject();
    }

    private void WriteValue(object? wrapped, Utf8JsonWriter writer)
    {
        var value = reader.Unwrap(wrapped);
        try
        {
            writer.WriteRawValue(NestedJson.Format(value!, reader), skipInputValidation: true);
        }
        catch (InvalidOperationException)
        {
            // Half a character, or an object that cannot be read to its end: what the row was rejected for.
            WriteUnreadable(value, writer);
        }
    }

    private static void WriteUnreadable(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(WholeText(text));
                break;
            case JsonElement element:
                // A line end outside of a text means nothing, and inside of one it is escaped.
                writer.WriteRawValue(element.GetRawText().ReplaceLineEndings(" "), skipInputValidation: true);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string WholeText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
