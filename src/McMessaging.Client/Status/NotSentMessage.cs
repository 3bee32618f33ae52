namespace McMessaging;

/// <summary>A message that the service took and did not send.</summary>
public sealed record NotSentMessage
{
    /// <summary>The channel.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The number of the event; it grows over time, with gaps.</summary>
    public long? EventId { get; init; }

    /// <summary>
    /// Where a listing goes on that loses nothing after this message: its own event, or, on the last message of a page,
    /// the service's watermark, which runs ahead of it.
    /// </summary>
    public long? LastEventId { get; init; }

    /// <summary>The message key.</summary>
    public string? MessageKey { get; init; }

    /// <summary>The contact key, if the service tells it.</summary>
    public string? ContactKey { get; init; }

    /// <summary>The address or mobile number, if the service tells it.</summary>
    public string? To { get; init; }

    /// <summary>The definition it was sent with.</summary>
    public string? DefinitionKey { get; init; }

    /// <summary>Why it was not sent: a subscriber error code or an SMS status code.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's name or words for <see cref="StatusCode"/>.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What <see cref="StatusCode"/> means, from the error catalogue.</summary>
    public string? StatusMeaning { get; init; }

    /// <summary>When it was not sent. The service's clock is Central Standard Time (−06:00) all year.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The time as the service wrote it, without an offset.</summary>
    public string? TimestampText { get; init; }

    /// <summary>The service's word for the event, e.g. <c>TransactionalSendEvents.SMSNotSent</c>.</summary>
    public string? EventCategoryType { get; init; }

    /// <summary>The message key and the status code.</summary>
    public override string ToString() => OneLine.Of($"{MessageKey}: {StatusCode}");
}
