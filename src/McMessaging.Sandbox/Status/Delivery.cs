using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Status;

internal enum DeliveryState
{
    Queued,
    Sent,
    NotSent,
}

/// <summary>What has become of an accepted message, when, and why it was not sent.</summary>
internal readonly record struct Delivery(DeliveryState State, DateTimeOffset At, NotSentReason? Reason = null);

internal static class DeliveryStateNames
{
    /// <summary>The event of the service's status responses, such as TransactionalSendEvents.SMSNotSent.</summary>
    public static string CategoryOf(this DeliveryState state, Channel channel) =>
        $"TransactionalSendEvents.{channel.EventName}{state}";
}
