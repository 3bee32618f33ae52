namespace McMessaging;

/// <summary>What a test of a connection found out. A failure is told here, not thrown.</summary>
public sealed record ConnectionTestResult
{
    /// <summary>The connection's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether the token was accepted, the REST host responded as it should, and the definition, if one was asked
    /// about, can be sent with.
    /// </summary>
    public bool Success { get; init; }

    /// <summary>Whether the service takes the token; <c>null</c> if it did not come to that.</summary>
    public bool? TokenValid { get; init; }

    /// <summary>Whether the REST host responded at all; <c>null</c> if it was not asked.</summary>
    public bool? RestReachable { get; init; }

    /// <summary>The REST host.</summary>
    public required Uri RestBaseUri { get; init; }

    /// <summary>The business unit (MID) that the token is for.</summary>
    public long? AccountId { get; init; }

    /// <summary>The enterprise (EID) that the business unit belongs to.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>The scopes of the token, as far as the service told them.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>From the request to its whole response; <c>null</c> without a response.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The channel that was asked about; <c>null</c>: none was.</summary>
    public MessageChannel? Channel { get; init; }

    /// <summary>The definition that was asked about; <c>null</c>: none was.</summary>
    public string? DefinitionKey { get; init; }

    /// <summary>The definition's status, if it is there.</summary>
    public DefinitionStatus? DefinitionStatus { get; init; }

    /// <summary>
    /// Whether the definition is there, for this channel and account, and active; <c>null</c> if that was not asked or
    /// could not be found out.
    /// </summary>
    public bool? DefinitionUsable { get; init; }

    /// <summary>The HTTP status of a failure, if there was a response.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The stable id of a failure, e.g. <c>AuthenticationFailed</c>.</summary>
    public string? ErrorId { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What to do about it.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>The connection and the finding.</summary>
    public override string ToString() => OneLine.Of(Success ? $"{Name}: good" : $"{Name}: {ErrorId}");
}
