using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Resets a sandbox: messages, message keys, counters, faults and clock.</summary>
[Cmdlet(VerbsCommon.Clear, "McSandboxMessage", SupportsShouldProcess = true, DefaultParameterSetName = OfLastSandbox)]
[OutputType(typeof(void))]
public sealed class ClearMcSandboxMessageCommand : SandboxCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sandbox = RequireSandbox();
        if (this.Confirms(sandbox.Uri.ToString(), "Forget the messages, their keys, counters and faults"))
        {
            sandbox.Reset();
        }
    }
}
