using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Counts the results of a send.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "McSendResult")]
[OutputType(typeof(SendMeasure))]
public sealed class MeasureMcSendResultCommand : McCommandBase
{
    private readonly MeasureCounters _counters = new();
    private readonly ResultReader _reader = new();

    /// <summary>The results to count.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        HelpMessage = "The output of Send-McEmail, Send-McSms or Invoke-McTriggeredSend, live or saved.")]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
        {
            Count(input);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_counters.ToMeasure());

    private void Count(PSObject input)
    {
        try
        {
            _counters.Add(_reader.Read(input));
        }
        catch (McException exception)
        {
            WriteError(exception.ToErrorRecord(input));
        }
    }
}
