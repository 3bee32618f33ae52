using System.Collections;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Replaces the faults of a sandbox.</summary>
[Cmdlet(VerbsCommon.Set, "McSandboxFault", SupportsShouldProcess = true, DefaultParameterSetName = OfLastSandbox)]
[OutputType(typeof(void))]
public sealed class SetMcSandboxFaultCommand : SandboxCommandBase
{
    private const string FaultHelp =
        "Faults and their rates, for example @{ http500 = 0.1; latencyMs = 50 }; @{}: none.";

    /// <summary>The faults; an empty hashtable: none.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OfLastSandbox, HelpMessage = FaultHelp)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = OfGivenSandbox, HelpMessage = FaultHelp)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(FaultCompleter))]
    public IDictionary Fault { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sandbox = RequireSandbox();
        if (this.Confirms(sandbox.Uri.ToString(), "Replace the faults"))
        {
            Guard(() => sandbox.SetFaults(Fault.ToFaults()));
        }
    }
}
