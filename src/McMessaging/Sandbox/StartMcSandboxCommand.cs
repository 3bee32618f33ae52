using System.Collections;
using System.Management.Automation;
using System.Security;

namespace McMessaging.Commands;

/// <summary>Starts a local stand-in of the service.</summary>
[Cmdlet(VerbsLifecycle.Start, "McSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(Sandbox))]
public sealed class StartMcSandboxCommand : McCommandBase
{
    /// <summary>The TCP port.</summary>
    [Parameter(Position = 0, HelpMessage = "The TCP port. Default: any free one.")]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The client id it takes.</summary>
    [Parameter(HelpMessage = "The client id it takes. Default: made up.")]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The client secret it takes.</summary>
    [Parameter(HelpMessage = "The client secret it takes. Default: made up.")]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Refuse definition keys that were not created.</summary>
    [Parameter(HelpMessage = "Refuse definition keys that were not created.")]
    public SwitchParameter StrictDefinition { get; set; }

    /// <summary>The faults to begin with.</summary>
    [Parameter(HelpMessage = "Faults and their rates, for example @{ http500 = 0.1; latencyMs = 50 }.")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(FaultCompleter))]
    public IDictionary Fault { get; set; } = new Hashtable();

    /// <summary>Makes the sequence of faults repeatable.</summary>
    [Parameter(HelpMessage = "A number that makes the sequence of faults repeatable.")]
    public int? Seed { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (this.Confirms($"port {(Port == 0 ? "any" : Port)}", "Start a sandbox"))
        {
            Guard(Start);
        }
    }

    private void Start()
    {
        var options = new SandboxOptions
        {
            Port = Port,
            ClientId = ClientId,
            ClientSecret = ClientSecret?.Reveal(),
            StrictDefinition = StrictDefinition,
            Faults = Fault.ToFaults(),
            Seed = Seed,
        };
        var sandbox = StartWith(options);
        SandboxRegistry.OfSession.Add(sandbox);
        WriteObject(sandbox);
    }

    private static Sandbox StartWith(SandboxOptions options)
    {
        try
        {
            return Sandbox.Start(options);
        }
        catch (InvalidOperationException exception)
        {
            throw CommandErrors.SandboxNotStarted(exception);
        }
    }
}
