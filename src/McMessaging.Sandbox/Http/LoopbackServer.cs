using System.Net;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>Takes requests from the listener, has them handled side by side, and stops in time.</summary>
internal sealed class LoopbackServer(
    OpenListener opened, RouteHandler handler, ServiceClock clock, TimeSpan bodyTimeout) : IDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(900);

    private readonly HttpListener _listener = opened.Listener;
    private readonly LoopbackHosts _hosts = new(opened.Port);
    private readonly CountdownEvent _underWay = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private int _stopCalls;

    public Uri Uri => opened.Uri;

    public bool IsRunning => !_stopping.IsCancellationRequested;

    public void Start() => _ = AcceptAsync();

    /// <summary>Stops. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Increment(ref _stopCalls) > 1)
        {
            return;
        }

        _stopping.Cancel();
        _underWay.Signal();
        _underWay.Wait(StopPatience);
        _listener.Close();
    }

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(context));
            }
            catch (Exception exception) when (ConnectionFailure.Is(exception))
            {
                // The connection is gone, or the listener is and the loop ends.
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        var isUnderWay = _underWay.TryAddCount();
        try
        {
            HttpResponseWriter.Withhold(context.Response);
            var response = await RespondAsync(context.Request).ConfigureAwait(false);
            if (response.Delay != TimeSpan.Zero)
            {
                await Task.Delay(response.Delay, clock.Time, _stopping.Token).ConfigureAwait(false);
            }

            var isHead = context.Request.HttpMethod == "HEAD";
            await HttpResponseWriter
                .WriteAsync(context.Response, response, isHead, clock.Now, _stopping.Token)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            HttpResponseWriter.Drop(context.Response);
        }
        finally
        {
            if (isUnderWay)
            {
                _underWay.Signal();
            }
        }
    }

    private async ValueTask<HttpResponse> RespondAsync(HttpListenerRequest incoming)
    {
        _stopping.Token.ThrowIfCancellationRequested();
        if (!_hosts.Allows(incoming.Headers["Host"]))
        {
            return ErrorResponses.Json(421, ServiceErrors.WrongHost) with { ClosesConnection = true };
        }

        using var body = await RequestBody.ReadAsync(incoming, bodyTimeout, _stopping.Token).ConfigureAwait(false);
        if (body.IsTooLarge)
        {
            return ErrorResponses.Json(413, ServiceErrors.BodyTooLarge);
        }

        var request = new HttpRequest(
            incoming.HttpMethod,
            RequestTarget.Parse(incoming.RawUrl ?? "/"),
            body.Bytes)
        {
            Headers = incoming.Headers,
        };
        try
        {
            return handler(request);
        }
        catch (Exception exception) when (!ConnectionFailure.Is(exception))
        {
            return ErrorResponses.Json(500, ServiceErrors.SandboxDefect(exception.GetType().Name));
        }
    }
}
