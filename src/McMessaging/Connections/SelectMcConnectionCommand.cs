using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes an open connection the current one.</summary>
[Cmdlet(VerbsCommon.Select, "McConnection")]
[OutputType(typeof(Connection))]
public sealed class SelectMcConnectionCommand : PSCmdlet
{
    /// <summary>The connection's name.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name of the connection, as it is: no wildcards.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Emit the connection.</summary>
    [Parameter(HelpMessage = "Emit the connection.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConnectionRegistry.OfSession.Find(Name) is not { } connection)
        {
            WriteError(CommandErrors.ConnectionNotFound(Name).ToErrorRecord(Name));
            return;
        }

        ConnectionRegistry.OfSession.Select(connection);
        if (PassThru)
        {
            WriteObject(connection);
        }
    }
}
