using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace McMessaging.Sandboxing.Http;

/// <summary>Sockets that listen on one port of the loopback interface.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int FreePortAttempts = 20;
    private const int Backlog = 512;

    private LoopbackListener(int port, IReadOnlyList<Socket> sockets)
    {
        Port = port;
        Sockets = sockets;
        Uri = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    public int Port { get; }

    public IReadOnlyList<Socket> Sockets { get; }

    public Uri Uri { get; }

    /// <param name="port">The port; 0 takes any free one.</param>
    /// <exception cref="InvalidOperationException">The port is taken.</exception>
    public static LoopbackListener Open(int port)
    {
        if (port != 0)
        {
            return TryOpen(port) ?? throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Port {port} on 127.0.0.1 is in use or not permitted. Choose another port, or 0 for any free one."));
        }

        for (var attempt = 0; attempt < FreePortAttempts; attempt++)
        {
            if (TryOpen(0) is { } opened)
            {
                return opened;
            }
        }

        throw new InvalidOperationException("No free port was found on 127.0.0.1. Choose a port.");
    }

    public void Dispose()
    {
        foreach (var socket in Sockets)
        {
            socket.Dispose();
        }
    }

    // "localhost" is 127.0.0.1 or ::1. Where ::1 is not to be had, 127.0.0.1 alone does: clients try both.
    private static LoopbackListener? TryOpen(int port)
    {
        if (TryListen(IPAddress.Loopback, port) is not { } first)
        {
            return null;
        }

        var taken = ((IPEndPoint)first.LocalEndPoint!).Port;
        var second = Socket.OSSupportsIPv6 ? TryListen(IPAddress.IPv6Loopback, taken) : null;
        return new LoopbackListener(taken, second is null ? [first] : [first, second]);
    }

    private static Socket? TryListen(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // Another program could share the port otherwise. Elsewhere it cannot, and a port that was just in use
            // could not be taken again.
            if (OperatingSystem.IsWindows())
            {
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
