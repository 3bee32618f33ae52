using McMessaging.Errors;

namespace McMessaging;

/// <summary>The state of one message. The service remembers it for three days.</summary>
public sealed record MessageStatus
{
    /// <summary>The key that was asked for.</summary>
    public required string MessageKey { get; init; }

    /// <summary>The channel.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The state, read from <see cref="EventCategoryType"/>.</summary>
    public MessageState State { get; init; }

    /// <summary>
    /// Whether the state will not change any more. A subscriber who is blacked out (25) gets the message later.
    /// </summary>
    public bool IsFinal => State == MessageState.Sent
        || (State == MessageState.NotSent && StatusCode != ServiceCodes.SubscriberBlackedOut);

    /// <summary>Why the message was not sent: a subscriber error code or an SMS status code.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's name or words for <see cref="StatusCode"/>.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What <see cref="StatusCode"/> means, from the error catalogue.</summary>
    public string? StatusMeaning { get; init; }

    /// <summary>When the state began. The service's clock is Central Standard Time (−06:00) all year.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The time as the service wrote it, without an offset.</summary>
    public string? TimestampText { get; init; }

    /// <summary>The contact key; <c>null</c> while the message is queued.</summary>
    public string? ContactKey { get; init; }

    /// <summary>The address or mobile number; <c>null</c> while the message is queued.</summary>
    public string? To { get; init; }

    /// <summary>The service's word for the state, e.g. <c>TransactionalSendEvents.EmailSent</c>.</summary>
    public string? EventCategoryType { get; init; }

    /// <summary>The service's id of the message over its systems.</summary>
    public string? CompositeId { get; init; }

    /// <summary>The service's id of the request that asked.</summary>
    public string? RequestId { get; init; }

    /// <summary>The message key and the state.</summary>
    public override string ToString() => OneLine.Of($"{MessageKey}: {State}");
}
