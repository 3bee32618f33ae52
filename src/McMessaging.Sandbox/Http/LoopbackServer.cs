using System.Net.Sockets;

namespace McMessaging.Sandboxing.Http;

/// <summary>Takes connections, serves them side by side, and stops in time.</summary>
internal sealed class LoopbackServer(
    LoopbackListener listener, RouteHandler handler, ServiceClock clock, ConnectionLimits limits) : IDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly RequestGate _gate = new(new LoopbackHosts(listener.Port), handler);
    private readonly CountdownEvent _open = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private int _stopCalls;

    public Uri Uri => listener.Uri;

    public bool IsRunning => !_stopping.IsCancellationRequested;

    public void Start()
    {
        foreach (var socket in listener.Sockets)
        {
            _ = Task.Run(() => AcceptAsync(socket));
        }
    }

    /// <summary>Stops. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Increment(ref _stopCalls) > 1)
        {
            return;
        }

        listener.Dispose();
        _stopping.Cancel();
        _open.Signal();
        _open.Wait(StopPatience);
    }

    private async Task AcceptAsync(Socket socket)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var client = await socket.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (SocketException)
            {
                // The client has gone already, or there are too many connections and one must end first.
                await Task.Delay(PauseAfterFailure, limits.Time).ConfigureAwait(false);
            }
            catch (Exception exception) when (ConnectionFailure.Is(exception))
            {
                // The server stops.
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        if (!_open.TryAddCount())
        {
            client.Dispose();
            return;
        }

        try
        {
            using var connection = new HttpConnection(client, _gate, clock, limits, _stopping.Token);
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _open.Signal();
        }
    }
}
