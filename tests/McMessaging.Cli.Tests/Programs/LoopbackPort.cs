using System.Net;
using System.Net.Sockets;

namespace McMessaging.Cli.Tests.Programs;

internal static class LoopbackPort
{
    /// <summary>An address of this computer where nothing listens.</summary>
    public static Uri FreeUri()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }
}
