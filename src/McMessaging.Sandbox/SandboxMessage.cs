using McMessaging.Sandboxing;

namespace McMessaging;

/// <summary>What the sandbox was sent for one recipient, and what became of it.</summary>
public sealed record SandboxMessage
{
    /// <summary>email, sms or triggered.</summary>
    public required string Channel { get; init; }

    /// <summary>The business unit (MID) of the token it was sent with.</summary>
    public long AccountId { get; init; }

    /// <summary>The definition key; for a triggered send the key or the id it was sent with.</summary>
    public required string DefinitionKey { get; init; }

    /// <summary>The message key, given or made up; for a triggered send the recipientSendId.</summary>
    public required string MessageKey { get; init; }

    /// <summary>The contact key, or the subscriber key of a triggered send; empty when it was missing.</summary>
    public required string ContactKey { get; init; }

    /// <summary>The address or number; null when it was missing.</summary>
    public string? To { get; init; }

    /// <summary>The recipient's attributes over those of the whole request.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>The text that replaces the definition's (SMS); null when the request brought none.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the recipient was accepted.</summary>
    public required bool Accepted { get; init; }

    /// <summary>The service's code, 0 when accepted or when the service has no code for the reason.</summary>
    public int ErrorCode { get; init; }

    /// <summary>The service's message, null when accepted.</summary>
    public string? Error { get; init; }

    /// <summary>When the request was processed.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The request id of the response.</summary>
    public required string RequestId { get; init; }

    /// <summary>The fault that changed the response, such as dropAfter; null when there was none.</summary>
    public string? Fault { get; init; }

    /// <summary>The number of the message in order of arrival, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>The code with which a fault leaves the message unsent.</summary>
    internal int? NotSentCode { get; init; }

    /// <summary>The recipient as it was sent, and the request around it.</summary>
    internal MessageOrigin? Origin { get; init; }

    /// <summary>The channel, the number and the outcome: nothing that somebody else wrote.</summary>
    public override string ToString() => $"{Channel} {Sequence} {(Accepted ? "accepted" : "rejected")}";
}
