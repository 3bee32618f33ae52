using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that works with a sandbox.</summary>
public abstract class SandboxCommandBase : McCommandBase
{
    private protected const string OfLastSandbox = "LastSandbox";
    private protected const string OfGivenSandbox = "GivenSandbox";
    private const string Help = "The sandbox. Default: the one started last in this session.";

    /// <summary>The sandbox; without it, the one that was started last in the session.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = OfLastSandbox, HelpMessage = Help)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OfGivenSandbox, HelpMessage = Help)]
    [ValidateNotNull]
    public Sandbox? Sandbox { get; set; }

    private protected Sandbox RequireSandbox()
    {
        var sandbox = Sandbox ?? SandboxRegistry.OfSession.Current;
        if (sandbox is null)
        {
            ThrowTerminating(CommandErrors.NoSandbox());
        }

        return sandbox;
    }
}
