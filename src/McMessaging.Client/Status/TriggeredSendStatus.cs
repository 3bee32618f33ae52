namespace McMessaging;

/// <summary>The delivery record of one triggered send.</summary>
public sealed record TriggeredSendStatus
{
    /// <summary>The id that was asked for, as the send's result has it.</summary>
    public required string RecipientSendId { get; init; }

    /// <summary>The external key or the id of the triggered send definition that was asked for.</summary>
    public required string DefinitionKey { get; init; }

    /// <summary>
    /// The state, read from <see cref="ServiceStatus"/>; an error is <see cref="MessageState.NotSent"/>.
    /// </summary>
    public MessageState State { get; init; }

    /// <summary>The service's word: <c>Sent</c>, <c>Queued</c> or <c>Error</c>.</summary>
    public string? ServiceStatus { get; init; }

    /// <summary>When the email was sent. The service's clock is Central Standard Time (−06:00) all year.</summary>
    public DateTimeOffset? DeliveryTime { get; init; }

    /// <summary>The time as the service wrote it, without an offset.</summary>
    public string? DeliveryTimeText { get; init; }

    /// <summary>The code of the first error; the service seldom gives one here.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The service's words for all errors.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The subscriber key.</summary>
    public string? ContactKey { get; init; }

    /// <summary>The address.</summary>
    public string? To { get; init; }

    /// <summary>The service's number of the subscriber.</summary>
    public long? SubscriberId { get; init; }

    /// <summary>The service's id of the definition.</summary>
    public string? Id { get; init; }

    /// <summary>The service's id of the message: mostly <see cref="RecipientSendId"/>.</summary>
    public string? MessageId { get; init; }

    /// <summary>The id of the send and the state.</summary>
    public override string ToString() => OneLine.Of($"{RecipientSendId}: {State}");
}
