using System.Globalization;

namespace McMessaging.Sandboxing.Http;

/// <summary>The Host headers a sandbox accepts: a page elsewhere cannot reach it under its own name.</summary>
internal sealed class LoopbackHosts
{
    private const int DefaultHttpPort = 80;
    private static readonly string[] Names = ["127.0.0.1", "localhost"];

    private readonly HashSet<string> _allowed;

    public LoopbackHosts(int port)
    {
        var withPort =
            Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}"));
        _allowed = new HashSet<string>(
            port == DefaultHttpPort ? withPort.Concat(Names) : withPort,
            StringComparer.OrdinalIgnoreCase);
    }

    public bool Allows(string? hostHeader) => hostHeader is not null && _allowed.Contains(hostHeader);
}
