using System.Text.Json;
using McMessaging.Files;

namespace McMessaging.Journal;

/// <summary>How a run left its file of rejected rows: it tells the next run whether somebody changed it.</summary>
internal static class RejectedNote
{
    public static ReadOnlySpan<byte> Name => "rejected"u8;

    public static void Write(Utf8JsonWriter writer, FileState file)
    {
        writer.WriteStartObject(Name);
        writer.WriteNumber("length", file.Length);
        writer.WriteString("written", file.WrittenAt);
        writer.WriteEndObject();
    }

    public static FileState Read(ReadOnlySpan<byte> line)
    {
        using var document = JsonDocument.Parse(line.ToArray());
        var file = document.RootElement.GetProperty(Name);
        return new FileState(
            file.GetProperty("length").GetInt64(), file.GetProperty("written").GetDateTimeOffset());
    }
}
