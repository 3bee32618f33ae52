using System.Management.Automation;
using System.Security;

namespace McMessaging.Commands;

/// <summary>Connects to an account and makes the connection current.</summary>
[Cmdlet(VerbsCommunications.Connect, "McAccount", DefaultParameterSetName = BySubdomain)]
[OutputType(typeof(Connection))]
public sealed class ConnectMcAccountCommand : McCommandBase
{
    private const string BySubdomain = "Subdomain";
    private const string ByAuthBaseUri = "AuthBaseUri";
    private const string ByEnvironment = "Environment";
    private const string ByToken = "Token";
    private const string BySandbox = "Sandbox";
    private const string CredentialHelp = "The client id (as user name) and the client secret (as password).";
    private const string AccountHelp = "The business unit (MID). Default: the installed package's own.";
    private const string ScopeHelp = "The scopes to request. Default: those set on the installed package.";

    /// <summary>The subdomain of the account's hosts.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = BySubdomain,
        HelpMessage = "SUBDOMAIN in https://SUBDOMAIN.rest.marketingcloudapis.com.")]
    [ValidateNotNullOrEmpty]
    public string? Subdomain { get; set; }

    /// <summary>The authentication host, where it is not the subdomain's.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ByAuthBaseUri,
        HelpMessage = "The authentication host, for example https://SUBDOMAIN.auth.marketingcloudapis.com/.")]
    public Uri? AuthBaseUri { get; set; }

    /// <summary>The client id and the client secret.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = BySubdomain, HelpMessage = CredentialHelp)]
    [Parameter(Mandatory = true, ParameterSetName = ByAuthBaseUri, HelpMessage = CredentialHelp)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The business unit.</summary>
    [Parameter(ParameterSetName = BySubdomain, HelpMessage = AccountHelp)]
    [Parameter(ParameterSetName = ByAuthBaseUri, HelpMessage = AccountHelp)]
    [ValidateRange(1L, long.MaxValue)]
    public long? AccountId { get; set; }

    /// <summary>The scopes to request.</summary>
    [Parameter(ParameterSetName = BySubdomain, HelpMessage = ScopeHelp)]
    [Parameter(ParameterSetName = ByAuthBaseUri, HelpMessage = ScopeHelp)]
    [ValidateNotNullOrEmpty]
    public string[] Scope { get; set; } = [];

    /// <summary>Read the SFMC_ environment variables.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ByEnvironment,
        HelpMessage = "Read SFMC_SUBDOMAIN or SFMC_AUTH_BASE_URL, SFMC_CLIENT_ID, SFMC_CLIENT_SECRET "
            + "(or SFMC_CLIENT_SECRET_FILE) and so on.")]
    public SwitchParameter FromEnvironment { get; set; }

    /// <summary>A token from elsewhere.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByToken, HelpMessage = "An access token from elsewhere.")]
    public SecureString? AccessToken { get; set; }

    /// <summary>The REST host of the token.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ByToken,
        HelpMessage = "The REST host of the token, for example https://SUBDOMAIN.rest.marketingcloudapis.com/.")]
    public Uri? RestBaseUri { get; set; }

    /// <summary>The sandbox to connect to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySandbox, HelpMessage = "The output of Start-McSandbox.")]
    public Sandbox? Sandbox { get; set; }

    /// <summary>The name of the connection.</summary>
    [Parameter(HelpMessage = "A name, for several accounts side by side. Default: Default.")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Default";

    /// <summary>The proxy.</summary>
    [Parameter(HelpMessage = "The proxy. Default: the system's.")]
    public Uri? Proxy { get; set; }

    /// <summary>The user of the proxy.</summary>
    [Parameter(HelpMessage = "The user name and the password for the proxy.")]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(() =>
    {
        var connecting = Connection.ConnectAsync(CreateOptions(), Pump.Stopping);
        Pump.Run(connecting);
        ConnectionRegistry.OfSession.Add(connecting.Result);
        WriteObject(connecting.Result);
    });

    private ConnectionOptions CreateOptions()
    {
        var source = new ConnectionSource(Name, ConnectionSource.ProxyOf(Proxy, ProxyCredential));
        return ParameterSetName switch
        {
            ByEnvironment => source.FromEnvironment(),
            ByToken => source.FromToken(AccessToken!, RestBaseUri!),
            BySandbox => source.FromSandbox(Sandbox!),
            ByAuthBaseUri => source.FromCredential(AuthBaseUri!, Credential!, AccountId, Scope),
            _ => source.FromCredential(ServiceAddress.AuthBaseOf(Subdomain!), Credential!, AccountId, Scope),
        };
    }
}
