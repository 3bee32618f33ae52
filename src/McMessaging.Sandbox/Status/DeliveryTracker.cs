using McMessaging.Sandboxing.Definitions;

namespace McMessaging.Sandboxing.Status;

/// <summary>Follows accepted messages: they wait a moment, and while a definition is inactive.</summary>
internal sealed class DeliveryTracker(DefinitionCatalogue definitions, TimeSpan delay, TimeProvider time)
{
    private static readonly DefinitionQueue NeverHeld = new();

    public Delivery Follow(SandboxMessage message)
    {
        var queue = definitions.QueueOf(message) ?? NeverHeld;
        var outcome = queue.Follow(message.ReceivedAt, message.ReceivedAt + delay, time.GetUtcNow());
        return outcome.Fate switch
        {
            QueueFate.Waiting => new Delivery(DeliveryState.Queued, outcome.At),
            QueueFate.Dropped => new Delivery(DeliveryState.NotSent, outcome.At, NotSentReason.Dropped),
            _ => WhyUndeliverable(message) is { } reason
                ? new Delivery(DeliveryState.NotSent, outcome.At, reason)
                : new Delivery(DeliveryState.Sent, outcome.At),
        };
    }

    private static NotSentReason? WhyUndeliverable(SandboxMessage message)
    {
        if (message.ContactKey.Length == 0)
        {
            return NotSentReason.MissingSubscriberKey;
        }

        return (message.NotSentCode ?? NotSentMarks.CodeOf(message)) is { } code ? NotSentReason.Of(code) : null;
    }
}
