namespace McMessaging;

/// <summary>What waits for a definition to send it.</summary>
public sealed record SendQueueMetrics
{
    /// <summary>The channel.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionKey { get; init; }

    /// <summary>Messages in the queue.</summary>
    public long? Count { get; init; }

    /// <summary>How long the oldest of them has waited.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The service's id of the request that asked.</summary>
    public string? RequestId { get; init; }

    /// <summary>The definition and the count.</summary>
    public override string ToString() => OneLine.Of($"{DefinitionKey}: {Count} queued");
}
