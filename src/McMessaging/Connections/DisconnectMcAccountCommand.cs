using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Ends connections and forgets their tokens.</summary>
[Cmdlet(
    VerbsCommunications.Disconnect,
    "McAccount",
    SupportsShouldProcess = true,
    DefaultParameterSetName = ByConnection)]
[OutputType(typeof(void))]
public sealed class DisconnectMcAccountCommand : McCommandBase
{
    private const string ByConnection = "Connection";
    private const string ByName = "Name";

    /// <summary>The connection to end; without it, the current one.</summary>
    [Parameter(
        Position = 0,
        ValueFromPipeline = true,
        ParameterSetName = ByConnection,
        HelpMessage = "The connection to end. Default: the current connection.")]
    [ValidateNotNull]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public Connection? Connection { get; set; }

    /// <summary>The names of the connections to end.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ByName,
        HelpMessage = "The names of the connections to end; wildcards are allowed.")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName)
        {
            foreach (var connection in this.FindConnections(Name))
            {
                Disconnect(connection);
            }
        }
        else if ((Connection ?? ConnectionRegistry.OfSession.Current) is { } connection)
        {
            Disconnect(connection);
        }
        else
        {
            WriteError(CommandErrors.NoConnection().ToErrorRecord());
        }
    }

    private void Disconnect(Connection connection)
    {
        if (this.Confirms(connection.Name, "Disconnect"))
        {
            ConnectionRegistry.OfSession.Remove(connection);
            connection.Dispose();
        }
    }
}
