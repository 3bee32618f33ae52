using System.Net;
using System.Security;
using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging;

/// <summary>How to reach an account: client credentials, or a token from elsewhere.</summary>
public sealed record ConnectionOptions
{
    /// <summary>The connection's name, for accounts side by side.</summary>
    public string Name { get; init; } = "Default";

    /// <summary>The authentication host; see <see cref="ServiceAddress.AuthBaseOf"/>.</summary>
    public Uri? AuthBaseUri { get; init; }

    /// <summary>The client id of the installed package.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client secret of the installed package. Copied; the caller may dispose it.</summary>
    public SecureString? ClientSecret { get; init; }

    /// <summary>The business unit (MID); <c>null</c>: the package's own.</summary>
    public long? AccountId { get; init; }

    /// <summary>The scopes to ask for; empty: those set on the package.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>A token from elsewhere, instead of client credentials. Copied.</summary>
    public SecureString? AccessToken { get; init; }

    /// <summary>The REST host that goes with <see cref="AccessToken"/>.</summary>
    public Uri? RestBaseUri { get; init; }

    /// <summary>How long to wait for the first token, over all attempts.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TokenPatience.WhileConnecting.Time;

    /// <summary>The proxy; <c>null</c>: the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The clock; tests give their own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What sends the requests; tests give their own. <c>null</c>: the network.</summary>
    public HttpMessageHandler? MessageHandler { get; init; }

    /// <summary>The credentials of a stand-in of the service on this machine; its secret opens nothing else.</summary>
    public static ConnectionOptions ForSandbox(Uri address, string clientId, string clientSecret) => new()
    {
        AuthBaseUri = address,
        ClientId = clientId,
        ClientSecret = Secret.Protect(clientSecret),
    };

    /// <summary>The connection's name.</summary>
    public override string ToString() => OneLine.Of(Name);
}
