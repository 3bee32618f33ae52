using System.Net;

namespace McMessaging.Http;

/// <summary>
/// A proxy for all but this computer's own services: no proxy may see what is sent to a local sandbox.
/// </summary>
internal sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsLoopback(host) || proxy.IsBypassed(host);

    private static bool IsLoopback(Uri host) =>
        host.IsLoopback || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));
}
