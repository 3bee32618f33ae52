using System.Collections;
using System.Text;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Recipients;

/// <summary>Nested values as compact JSON text.</summary>
internal static class NestedJson
{
    private const int MaxDepth = 20;

    /// <exception cref="InvalidOperationException">The value is nested too deeply, or refers to itself.</exception>
    public static string Format(object value, IRecordReader reader)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonWriting.Options))
        {
            Write(writer, value, reader, 0);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? wrapped, IRecordReader reader, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException($"it is nested more than {MaxDepth} levels deep.");
        }

        switch (reader.Unwrap(wrapped))
        {
            case JsonElement element:
                Write(writer, element);
                break;
            case null or DBNull:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteRawValue(Text(wrapped, reader), skipInputValidation: true);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case var value when ScalarText.TryFormat(value, out var text):
                writer.WriteStringValue(text);
                break;
            case var value:
                WriteMembers(writer, value!, reader, depth);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        try
        {
            element.WriteTo(writer);
        }
        catch (InvalidOperationException exception)
        {
            throw new NotUnicodeException(exception);
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, object value, IRecordReader reader, int depth)
    {
        if (value is IEnumerable items and not IDictionary)
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                Write(writer, item, reader, depth + 1);
            }

            writer.WriteEndArray();
            return;
        }

        var members = new InputRecord();
        if (!reader.TryRead(value, members))
        {
            throw new InvalidOperationException("it is neither a value nor an object.");
        }

        writer.WriteStartObject();
        for (var i = 0; i < members.Count; i++)
        {
            ScalarText.RequireUnicode(members.NameAt(i));
            writer.WritePropertyName(members.NameAt(i));
            Write(writer, members.ValueAt(i), reader, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static string Text(object? value, IRecordReader reader) =>
        ScalarText.TryFormat(reader.Unwrap(value), out var text) ? text! : "null";
}
