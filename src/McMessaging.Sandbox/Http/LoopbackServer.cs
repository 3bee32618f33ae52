using System.Net;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>Takes requests from the listener, has them handled side by side, and stops in time.</summary>
internal sealed class LoopbackServer(OpenListener opened, RouteHandler handler) : IDisposable
{
    private const int MaxConcurrentRequests = 256;
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(900);

    private readonly HttpListener _listener = opened.Listener;
    private readonly LoopbackHosts _hosts = new(opened.Port);
    private readonly SemaphoreSlim _places = new(MaxConcurrentRequests);
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
            await _places.WaitAsync().ConfigureAwait(false);
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(context));
            }
            catch (Exception exception) when (ConnectionFailure.Is(exception))
            {
                _places.Release();
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
            await HttpResponseWriter.WriteAsync(context.Response, response).ConfigureAwait(false);
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

            _places.Release();
        }
    }

    private async ValueTask<HttpResponse> RespondAsync(HttpListenerRequest incoming)
    {
        _stopping.Token.ThrowIfCancellationRequested();
        using var body = await RequestBody.ReadAsync(incoming, _stopping.Token).ConfigureAwait(false);
        if (!_hosts.Allows(incoming.Headers["Host"]))
        {
            return ErrorResponses.Json(421, ServiceErrors.WrongHost);
        }

        if (body.IsTooLarge)
        {
            return ErrorResponses.Json(413, ServiceErrors.BodyTooLarge);
        }

        var request = new HttpRequest(
            incoming.HttpMethod,
            RequestTarget.Parse(incoming.RawUrl ?? "/"),
            incoming.Headers["Authorization"],
            incoming.ContentType,
            body.Bytes);
        try
        {
            return await handler(request, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!ConnectionFailure.Is(exception))
        {
            return ErrorResponses.Json(500, ServiceErrors.SandboxDefect(exception.GetType().Name));
        }
    }
}
