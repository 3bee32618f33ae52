using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace McMessaging.Sandboxing.Http;

/// <summary>An answer before it is written to a connection.</summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>No answer at all: the connection is closed.</summary>
    public static Reply Dropped { get; } = new(0, "", ReadOnlyMemory<byte>.Empty);

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public static Reply Json(int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body))
        {
            write(writer);
        }

        return new Reply(status, "application/json; charset=utf-8", body.WrittenMemory);
    }

    public Reply With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}
