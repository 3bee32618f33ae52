using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Lists the connections of the session.</summary>
[Cmdlet(VerbsCommon.Get, "McConnection")]
[OutputType(typeof(Connection))]
public sealed class GetMcConnectionCommand : PSCmdlet
{
    /// <summary>The names to list; without it, all.</summary>
    [Parameter(Position = 0, HelpMessage = "The names to list; wildcards are allowed. Default: all.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(this.FindConnections(Name), enumerateCollection: true);
}
