using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace McMessaging.Testing;

/// <summary>
/// A service on a real socket, for faults that only a network has. Each request is read whole, then handed to the next
/// of the scripts; the last one stays.
/// </summary>
public sealed class SocketService : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private Func<SocketExchange, Task>[] _scripts;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _connections = [];
    private Task _accepting = Task.CompletedTask;
    private int _requests;

    public SocketService(params Func<SocketExchange, Task>[] scripts)
        : this(0, scripts)
    {
        Start();
    }

    public SocketService(int port, Func<SocketExchange, Task>[] scripts)
    {
        _scripts = scripts;
        _listener = new TcpListener(IPAddress.Loopback, port);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => AddressOf(Port);

    public List<string> Bodies { get; } = [];

    /// <summary>A service that gives a token for itself first.</summary>
    public static SocketService WithToken(params Func<SocketExchange, Task>[] scripts)
    {
        var service = new SocketService(0, []);
        service._listener.Start();
        service._scripts = [SocketExchange.Token(service.Address), .. scripts];
        service.Start();
        return service;
    }

    /// <summary>An address of this computer where nobody listens.</summary>
    public static Uri FreeAddress() => AddressOf(FreePort());

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // Before the listener stops: it cannot be waited on afterwards.
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private static Uri AddressOf(int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        using var exchange = new SocketExchange(client, _end.Token);
        try
        {
            while (await exchange.ReadRequestAsync())
            {
                lock (Bodies)
                {
                    Bodies.Add(exchange.Body);
                }

                var number = Interlocked.Increment(ref _requests);
                await _scripts[Math.Min(number, _scripts.Length) - 1](exchange);
            }
        }
        catch (Exception exception) when (
            exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The client, a script or the end of the test closed the connection.
        }
    }
}
