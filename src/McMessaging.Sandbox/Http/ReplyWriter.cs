using System.Net;

namespace McMessaging.Sandboxing.Http;

/// <summary>Puts a reply on its connection, or closes the connection in its place.</summary>
internal static class ReplyWriter
{
    public static async ValueTask WriteAsync(HttpListenerResponse response, Reply reply)
    {
        if (ReferenceEquals(reply, Reply.Dropped))
        {
            Drop(response);
            return;
        }

        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength64 = reply.Body.Length;
        response.Headers["Cache-Control"] = "no-store";
        foreach ((var name, var value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        await response.OutputStream.WriteAsync(reply.Body).ConfigureAwait(false);
        response.Close();
    }

    /// <summary>Sees to it that a connection which is closed from now on carries no answer.</summary>
    public static void Withhold(HttpListenerResponse response)
    {
        // Outside Windows, closing a connection sends the status line that is set so far. An interim status is
        // no answer, so the client sees the connection end without one.
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
