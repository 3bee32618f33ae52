using System.Management.Automation;
using System.Net;
using System.Security;

namespace McMessaging.Commands;

/// <summary>Makes connection options from what a user can give.</summary>
internal sealed class ConnectionSource(string name, IWebProxy? proxy)
{
    public static IWebProxy? ProxyOf(Uri? address, PSCredential? credential) => (address, credential) switch
    {
        (null, null) => null,
        (null, _) => throw CommandErrors.ProxyMissing(),
        _ => new WebProxy(address) { Credentials = credential?.GetNetworkCredential() },
    };

    public ConnectionOptions FromCredential(
        Uri authBase, PSCredential credential, long? accountId, string[] scope) => new()
        {
            Name = name,
            AuthBaseUri = authBase,
            ClientId = credential.UserName,
            ClientSecret = credential.Password,
            AccountId = accountId,
            Scope = scope,
            Proxy = proxy,
        };

    public ConnectionOptions FromToken(SecureString accessToken, Uri restBaseUri) => new()
    {
        Name = name,
        AccessToken = accessToken,
        RestBaseUri = restBaseUri,
        Proxy = proxy,
    };

    public ConnectionOptions FromSandbox(Sandbox sandbox) =>
        ConnectionOptions.ForSandbox(sandbox.Uri, sandbox.ClientId, sandbox.RevealClientSecret()) with
        {
            Name = name,
            Proxy = proxy,
        };

    public ConnectionOptions FromEnvironment() =>
        EnvironmentCredentials.Read(Environment.GetEnvironmentVariable, name) with { Proxy = proxy };
}
