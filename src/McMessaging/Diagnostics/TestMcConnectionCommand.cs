using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells whether a connection works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "McConnection", DefaultParameterSetName = "Connection")]
[OutputType(typeof(bool), typeof(ConnectionTestResult))]
public sealed class TestMcConnectionCommand : ServiceCommandBase
{
    private const string OfDefinition = "Definition";

    /// <inheritdoc/>
    [Parameter(
        Position = 0,
        ValueFromPipeline = true,
        HelpMessage = "A connection, or the name of one. Default: the current connection.")]
    [ValidateNotNull]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public override Connection? Connection { get; set; }

    /// <summary>The definition that has to be there and active.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = OfDefinition,
        HelpMessage = "The key of a send definition that must exist and be active.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionKeyCompleter))]
    public string? DefinitionKey { get; set; }

    /// <summary>The channel of the definition.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = OfDefinition,
        HelpMessage = "The channel of the definition: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>Emit all findings.</summary>
    [Parameter(HelpMessage = "Emit the findings: token, REST host, account, scopes, latency, and the error.")]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Detailed && FindConnection() is null)
        {
            this.WriteWarningLine(WordsOf(CommandErrors.NoConnection()));
            WriteObject(false);
            return;
        }

        var connection = RequireConnection();
        var findings = Await(DefinitionKey is { } key
            ? ConnectionTest.RunAsync(connection, Channel, key, Verbose, Pump.Stopping)
            : ConnectionTest.RunAsync(connection, Verbose, Pump.Stopping));
        if (!findings.Success && !Detailed)
        {
            this.WriteWarningLine($"{findings.ErrorMessage} {findings.RecommendedAction}");
        }

        WriteObject(Detailed ? findings : findings.Success);
    }

    private static string WordsOf(McException error) => $"{error.Message} {error.RecommendedAction}";
}
