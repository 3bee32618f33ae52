using McMessaging.Sandboxing.Status;

namespace McMessaging.Sandboxing.Inbox;

internal sealed record AttributeView(string Name, string Value);

internal sealed record TextView(string Text, SmsSegments Segments);

internal sealed record DeliveryView(string State, DateTimeOffset At, int? Code, string? Reason)
{
    public static DeliveryView Of(Delivery delivery) =>
        new(delivery.State.ToString(), delivery.At, delivery.Reason?.Code, delivery.Reason?.Message);
}

internal sealed record AttemptView(
    DateTimeOffset At, long? Number, int? HttpStatus, string? Fault, string Outcome, int ErrorCode, string? Error)
{
    public static AttemptView Of(MessageAttempt attempt) => new(
        attempt.At,
        attempt.Sequence,
        attempt.HttpStatus,
        attempt.Fault,
        attempt.Sequence is null ? "NotProcessed" : attempt.Error is null ? "Accepted" : "Rejected",
        attempt.ErrorCode,
        attempt.Error);
}

/// <summary>A message in full. The request and the response are JSON text, with this recipient alone.</summary>
internal sealed record MessageView(
    long Number,
    DateTimeOffset ReceivedAt,
    string Channel,
    long AccountId,
    string DefinitionKey,
    string MessageKey,
    string ContactKey,
    string? To,
    string Outcome,
    int ErrorCode,
    string? Error,
    string? Fault,
    string RequestId)
{
    public required IEnumerable<AttributeView> Attributes { get; init; }

    /// <summary>What an SMS says; null when only the definition in the account knows it.</summary>
    public TextView? Text { get; init; }

    public DeliveryView? Delivery { get; init; }

    public string? Path { get; init; }

    /// <summary>Null when it was very long.</summary>
    public string? Request { get; init; }

    public required string Response { get; init; }

    public int? HttpStatus { get; init; }

    public required IEnumerable<AttemptView> Attempts { get; init; }

    /// <param name="detail">The message.</param>
    /// <param name="smsText">The text of an SMS; null when it is not known.</param>
    public static MessageView Of(MessageDetail detail, string? smsText)
    {
        var message = detail.Message;
        return new MessageView(
            message.Sequence,
            message.ReceivedAt,
            message.Channel,
            message.AccountId,
            message.DefinitionKey,
            message.MessageKey,
            message.ContactKey,
            message.To,
            MessageRow.OutcomeOf(message),
            message.ErrorCode,
            message.Error,
            message.Fault,
            message.RequestId)
        {
            Attributes = message.Attributes.Select(attribute => new AttributeView(attribute.Key, attribute.Value)),
            Text = smsText is null ? null : new TextView(smsText, SmsSegments.Of(smsText)),
            Delivery = detail.Delivery is { } delivery ? DeliveryView.Of(delivery) : null,
            Path = message.Origin?.Request.Path,
            Request = detail.Request is null ? null : InboxJson.Indent(detail.Request),
            Response = InboxJson.Indent(detail.Response),
            HttpStatus = message.Origin?.Request.HttpStatus,
            Attempts = detail.Attempts.Select(AttemptView.Of),
        };
    }
}
