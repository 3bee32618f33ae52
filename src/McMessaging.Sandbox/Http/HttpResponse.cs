using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace McMessaging.Sandboxing.Http;

/// <summary>A response before it is written to a connection.</summary>
internal sealed record HttpResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>No response at all: the connection is closed.</summary>
    public static HttpResponse Dropped { get; } = new(0, "", ReadOnlyMemory<byte>.Empty);

    /// <summary>No response ever comes: the connection stays open until the sandbox stops.</summary>
    public static HttpResponse Hanging { get; } = Dropped with { Delay = Timeout.InfiniteTimeSpan };

    public bool IsDropped => Status == 0;

    /// <summary>How long the response is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Writes a body that is not known yet, until it ends or the sandbox stops.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public static HttpResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body))
        {
            write(writer);
        }

        return new HttpResponse(status, "application/json; charset=utf-8", body.WrittenMemory);
    }

    public HttpResponse DelayedBy(TimeSpan delay) =>
        Delay == Timeout.InfiniteTimeSpan ? this : this with { Delay = Delay + delay };

    public HttpResponse With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}
