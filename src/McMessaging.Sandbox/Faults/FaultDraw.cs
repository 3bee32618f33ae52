namespace McMessaging.Sandboxing.Faults;

/// <summary>What a request is about, so that faults can be limited to it.</summary>
internal readonly record struct FaultTarget(string? Channel, string? DefinitionKey)
{
    /// <summary>Whether recipients are sent to.</summary>
    public bool IsSend { get; init; }

    /// <summary>Whether the response to a send lists its recipients, as those of email and SMS do.</summary>
    public bool ListsRecipients { get; init; }

    /// <summary>Whether a fault of a kind can meet the request.</summary>
    public bool Suits(FaultKind kind) => kind switch
    {
        FaultKind.Send => ListsRecipients,
        FaultKind.TriggeredSend => IsSend && !ListsRecipients,
        FaultKind.Recipient => IsSend,
        _ => true,
    };
}

/// <summary>What was drawn for one request: at most one fault, by name, and how late its response is.</summary>
internal sealed record FaultDraw(string? Fault, bool IsSlow, SandboxFaults Faults)
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(3);

    public static FaultDraw None { get; } = new(null, false, new SandboxFaults());

    public TimeSpan Delay => TimeSpan.FromMilliseconds(Faults.LatencyMs) + (IsSlow ? SlowDelay : TimeSpan.Zero);

    /// <summary>The chance of each recipient of this request to be refused.</summary>
    public double RejectRate { get; init; }

    /// <summary>The chance of each accepted message of this request to be not sent.</summary>
    public double NotSentRate { get; init; }
}
