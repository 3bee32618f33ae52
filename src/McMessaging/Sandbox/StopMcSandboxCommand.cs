using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Stops a sandbox.</summary>
[Cmdlet(VerbsLifecycle.Stop, "McSandbox", SupportsShouldProcess = true, DefaultParameterSetName = OfLastSandbox)]
[OutputType(typeof(void))]
public sealed class StopMcSandboxCommand : SandboxCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sandbox = RequireSandbox();
        if (this.Confirms(sandbox.Uri.ToString(), "Stop the sandbox"))
        {
            sandbox.Stop();
        }
    }
}
