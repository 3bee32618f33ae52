using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace McMessaging.Sandboxing.Http;

internal sealed record OpenListener(HttpListener Listener, int Port)
{
    public Uri Uri { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));
}

/// <summary>Opens an HTTP listener on the loopback interface, on a given port or any free one.</summary>
internal static class LoopbackListener
{
    private const int FreePortAttempts = 20;

    public static OpenListener Open(int port)
    {
        if (port != 0)
        {
            return TryOpen(port) ?? throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Port {port} on 127.0.0.1 is in use or not permitted. Choose another port, or 0 for any free one."));
        }

        for (var attempt = 0; attempt < FreePortAttempts; attempt++)
        {
            if (TryOpen(FindFreePort()) is { } opened)
            {
                return opened;
            }
        }

        throw new InvalidOperationException("No free port was found on 127.0.0.1. Choose a port.");
    }

    // "localhost" may be another address than 127.0.0.1 and may be unusable where 127.0.0.1 is not.
    private static OpenListener? TryOpen(int port) =>
        TryOpen(port, "127.0.0.1", "localhost") ?? TryOpen(port, "127.0.0.1");

    private static OpenListener? TryOpen(int port, params string[] hosts)
    {
        var listener = new HttpListener { IgnoreWriteExceptions = true };
        try
        {
            foreach (var host in hosts)
            {
                listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/"));
            }

            listener.Start();
            return new OpenListener(listener, port);
        }
        catch (HttpListenerException)
        {
            listener.Close();
            return null;
        }
    }

    private static int FindFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
