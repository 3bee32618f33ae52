using System.Net.Sockets;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>One client's connection: its requests one after the other, until either side ends it.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly RequestGate _gate;
    private readonly ServiceClock _clock;
    private readonly ConnectionLimits _limits;
    private readonly NetworkStream _stream;
    private readonly ConnectionReader _reader;
    private readonly CancellationTokenSource _patience;
    private readonly CancellationTokenRegistration _stop;

    public HttpConnection(
        Socket socket, RequestGate gate, ServiceClock clock, ConnectionLimits limits, CancellationToken stopping)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _gate = gate;
        _clock = clock;
        _limits = limits;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new ConnectionReader(socket);
        _patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, limits.Time);
        _stop = stopping.UnsafeRegister(_ => _patience.Cancel(), null);
    }

    /// <summary>Serves requests until the connection is at its end.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await ServeAsync().ConfigureAwait(false))
            {
                // The next request comes on the same connection.
            }
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            // The client is gone or took too long, or the server stops.
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        _patience.Dispose();
        _stream.Dispose();
    }

    /// <returns>Whether another request may come.</returns>
    private async ValueTask<bool> ServeAsync()
    {
        _patience.CancelAfter(_limits.Idle);
        var bytes = await _reader.ReadHeadAsync(_patience.Token).ConfigureAwait(false);
        if (bytes.IsEmpty)
        {
            return false;
        }

        _patience.CancelAfter(_limits.Body);
        if (RequestHead.TryParse(bytes.Span) is not { } head)
        {
            await EndWithAsync(ErrorResponses.Json(400, ServiceErrors.NotHttp)).ConfigureAwait(false);
            return false;
        }

        if (_gate.Refuse(head) is { } refusal)
        {
            await EndWithAsync(refusal).ConfigureAwait(false);
            return false;
        }

        if (head.ExpectsContinue)
        {
            await HttpResponseWriter.WriteContinueAsync(_stream, _patience.Token).ConfigureAwait(false);
        }

        using var body = await RequestBody.ReadAsync(head, _reader, _patience.Token).ConfigureAwait(false);
        _patience.CancelAfter(Timeout.InfiniteTimeSpan);
        return await RespondAsync(head, _gate.Handle(head, body)).ConfigureAwait(false);
    }

    private async ValueTask<bool> RespondAsync(RequestHead head, HttpResponse response)
    {
        if (response.Delay != TimeSpan.Zero)
        {
            await Task.Delay(response.Delay, _clock.Time, _patience.Token).ConfigureAwait(false);
        }

        if (response.IsDropped)
        {
            // Clients try again by themselves, and do not tell, where a connection they used before ends without a
            // byte. An interim status is no response, but it is a byte.
            await HttpResponseWriter.WriteContinueAsync(_stream, _patience.Token).ConfigureAwait(false);
            return false;
        }

        var isHead = head.Method == "HEAD";
        var keepsConnection = head.KeepsConnection && response.Stream is null;
        await WriteAsync(response, isHead, keepsConnection).ConfigureAwait(false);
        if (keepsConnection)
        {
            return true;
        }

        if (response.Stream is { } write && !isHead)
        {
            await write(_stream, _patience.Token).ConfigureAwait(false);
        }

        await SayFarewellAsync().ConfigureAwait(false);
        return false;
    }

    private async ValueTask EndWithAsync(HttpResponse response)
    {
        await WriteAsync(response, isHead: false, keepsConnection: false).ConfigureAwait(false);
        await SayFarewellAsync().ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(HttpResponse response, bool isHead, bool keepsConnection)
    {
        _patience.CancelAfter(_limits.Body);
        await HttpResponseWriter
            .WriteAsync(_stream, response, isHead, keepsConnection, _clock.Now, _patience.Token)
            .ConfigureAwait(false);
        _patience.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    // A connection that is closed while the client still sends is reset, and the response may be lost with it.
    private async ValueTask SayFarewellAsync()
    {
        _patience.CancelAfter(Farewell);
        _socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        while (await _socket.ReceiveAsync(rest, _patience.Token).ConfigureAwait(false) > 0)
        {
            // What still comes is for nobody.
        }
    }
}
