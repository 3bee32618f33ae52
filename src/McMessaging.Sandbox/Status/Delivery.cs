namespace McMessaging.Sandboxing.Status;

internal enum DeliveryState
{
    Queued,
    Sent,
    NotSent,
}

/// <summary>What has become of an accepted message, when, and why it was not sent.</summary>
internal readonly record struct Delivery(DeliveryState State, DateTimeOffset At, NotSentReason? Reason = null);
