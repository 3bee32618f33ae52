using System.Globalization;
using System.Net;

namespace McMessaging.Sandboxing.Http;

/// <summary>Puts a response on its connection, or closes the connection in its place.</summary>
internal static class HttpResponseWriter
{
    public static async ValueTask WriteAsync(
        HttpListenerResponse connection,
        HttpResponse response,
        bool isHead,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        if (response.IsDropped)
        {
            Drop(connection);
            return;
        }

        connection.StatusCode = response.Status;
        connection.ContentType = response.ContentType;
        connection.KeepAlive = !response.ClosesConnection;
        connection.Headers["Date"] = now.ToString("R", CultureInfo.InvariantCulture);
        connection.Headers["Cache-Control"] = "no-store";
        foreach ((var name, var value) in response.Headers)
        {
            connection.Headers[name] = value;
        }

        if (response.Stream is { } write && !isHead)
        {
            connection.SendChunked = true;
            await write(connection.OutputStream, stopping).ConfigureAwait(false);
        }
        else
        {
            connection.ContentLength64 = response.Body.Length;
            await connection.OutputStream
                .WriteAsync(isHead ? default : response.Body, stopping)
                .ConfigureAwait(false);
        }

        connection.Close();
    }

    /// <summary>Sees to it that a connection which is closed from now on carries no response.</summary>
    public static void Withhold(HttpListenerResponse response)
    {
        // Outside Windows, closing a connection sends the status line that is set so far. An interim status is
        // no response, so the client sees the connection end without one.
        response.StatusCode = (int)HttpStatusCode.Continue;
    }

    public static void Drop(HttpListenerResponse response)
    {
        try
        {
            Withhold(response);
            response.Abort();
        }
        catch (ObjectDisposedException)
        {
            // The listener has closed the connection already.
        }
    }
}
