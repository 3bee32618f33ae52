namespace McMessaging;

/// <summary>What a sandbox was asked and what it did, at one moment.</summary>
public sealed record SandboxCounters
{
    /// <summary>Requests to the token endpoint, refused ones too.</summary>
    public long TokenRequests { get; init; }

    /// <summary>Tokens handed out.</summary>
    public long TokensIssued { get; init; }

    /// <summary>Requests to the messaging routes, with those which met a fault.</summary>
    public long Requests { get; init; }

    /// <summary>Email recipients accepted.</summary>
    public long EmailAccepted { get; init; }

    /// <summary>SMS recipients accepted.</summary>
    public long SmsAccepted { get; init; }

    /// <summary>Triggered sends accepted.</summary>
    public long TriggeredAccepted { get; init; }

    /// <summary>Recipients refused, for a duplicate key or any other reason.</summary>
    public long Rejected { get; init; }

    /// <summary>Those of <see cref="Rejected"/> which were refused with 109110.</summary>
    public long DuplicateKeys { get; init; }

    /// <summary>Faults injected in all.</summary>
    public long FaultsInjected { get; init; }

    /// <summary>Faults injected by name; a name is missing until its fault happened.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; init; } = new Dictionary<string, long>();
}
