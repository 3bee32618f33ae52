using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace McMessaging.Commands;

/// <summary>The sandboxes that were started in one runspace.</summary>
internal sealed class SandboxRegistry
{
    private static readonly ConditionalWeakTable<Runspace, SandboxRegistry> ByRunspace = [];
    private readonly List<Sandbox> _started = [];

    /// <summary>The registry of the runspace that runs this thread.</summary>
    public static SandboxRegistry OfSession =>
        ByRunspace.GetValue(Runspace.DefaultRunspace, static _ => new SandboxRegistry());

    /// <summary>The one that was started last, of those that still run.</summary>
    public Sandbox? Current => _started.FindLast(s => s.IsRunning);

    public void Add(Sandbox sandbox)
    {
        _started.RemoveAll(s => !s.IsRunning);
        _started.Add(sandbox);
    }
}
