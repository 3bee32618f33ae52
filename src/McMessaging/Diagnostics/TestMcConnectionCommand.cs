using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells whether a connection works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "McConnection")]
[OutputType(typeof(bool), typeof(ConnectionTestResult))]
public sealed class TestMcConnectionCommand : ServiceCommandBase
{
    /// <inheritdoc/>
    [Parameter(
        Position = 0,
        ValueFromPipeline = true,
        HelpMessage = "A connection, or the name of one. Default: the current connection.")]
    [ValidateNotNull]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public override Connection? Connection { get; set; }

    /// <summary>Emit all findings.</summary>
    [Parameter(HelpMessage = "Emit what was found out: token, REST host, account, scopes, latency, and the error.")]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Detailed && FindConnection() is null)
        {
            WriteWarning(WordsOf(CommandErrors.NoConnection()));
            WriteObject(false);
            return;
        }

        var findings = Await(ConnectionTest.RunAsync(RequireConnection(), Verbose, Pump.Stopping));
        if (!findings.Success && !Detailed)
        {
            WriteWarning($"{findings.ErrorMessage} {findings.RecommendedAction}");
        }

        WriteObject(Detailed ? findings : findings.Success);
    }

    private static string WordsOf(McException error) => $"{error.Message} {error.RecommendedAction}";
}
