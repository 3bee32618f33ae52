using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace McMessaging.Sandboxing.Http;

/// <summary>Puts responses on a connection.</summary>
internal static class HttpResponseWriter
{
    public static ValueTask WriteContinueAsync(Stream connection, CancellationToken cancellation) =>
        connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellation);

    /// <summary>Writes head and body at once, or the head alone where the body is a stream or not asked for.</summary>
    public static async ValueTask WriteAsync(
        Stream connection,
        HttpResponse response,
        bool isHead,
        bool keepsConnection,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var head = Head(response, keepsConnection, now);
        var body = isHead ? default : response.Body;
        var buffer = ArrayPool<byte>.Shared.Rent(head.Length + body.Length);
        try
        {
            Encoding.Latin1.GetBytes(head, buffer);
            body.CopyTo(buffer.AsMemory(head.Length));
            await connection.WriteAsync(buffer.AsMemory(0, head.Length + body.Length), cancellation)
                .ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Head(HttpResponse response, bool keepsConnection, DateTimeOffset now)
    {
        using var known = new HttpResponseMessage((HttpStatusCode)response.Status);
        var head = new StringBuilder(512);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {known.ReasonPhrase}\r\n");
        Add("Content-Type", response.ContentType);
        Add("Date", now.ToString("R", CultureInfo.InvariantCulture));
        Add("Cache-Control", "no-store");
        foreach ((var name, var value) in response.Headers)
        {
            Add(name, value);
        }

        // A stream ends with its connection.
        if (response.Stream is null)
        {
            Add("Content-Length", response.Body.Length.ToString(CultureInfo.InvariantCulture));
        }

        if (!keepsConnection)
        {
            Add("Connection", "close");
        }

        return head.Append("\r\n").ToString();

        void Add(string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
    }
}
