namespace McMessaging.Sandboxing.Faults;

/// <summary>What was drawn for one request: at most one fault, by name, and how late its response is.</summary>
internal readonly record struct FaultDraw(string? Fault, bool IsSlow, SandboxFaults Faults)
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(3);

    public TimeSpan Delay => TimeSpan.FromMilliseconds(Faults.LatencyMs) + (IsSlow ? SlowDelay : TimeSpan.Zero);
}
