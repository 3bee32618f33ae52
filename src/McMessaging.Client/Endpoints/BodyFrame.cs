using System.Buffers;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>
/// A body without its recipients: what stands before and after them, the same for every request of a run.
/// </summary>
internal sealed record BodyFrame(ReadOnlyMemory<byte> Prefix, ReadOnlyMemory<byte> Suffix)
{
    /// <summary>Writes a whole body and cuts out the gap, so that the writer places commas and braces.</summary>
    public static BodyFrame Write(
        Action<Utf8JsonWriter> before, Action<Utf8JsonWriter> gap, Action<Utf8JsonWriter> after)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        before(writer);
        var begin = Flush(writer, buffer);
        gap(writer);
        var end = Flush(writer, buffer);
        after(writer);
        Flush(writer, buffer);
        return new BodyFrame(buffer.WrittenMemory[..begin], buffer.WrittenMemory[end..]);
    }

    private static int Flush(Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer)
    {
        writer.Flush();
        return buffer.WrittenCount;
    }
}
