using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Status;

/// <summary>A message that was accepted and not sent, numbered as it became known.</summary>
internal sealed record NotSentEvent(long Id, SandboxMessage Message, Delivery Delivery);

/// <summary>The messages not sent, the oldest first, with numbers that only grow.</summary>
internal sealed class NotSentLog(MessageStore messages, DeliveryTracker deliveries)
{
    // Clients must not keep the number in 32 bits.
    private const long FirstId = (1L << 31) + 1;

    private readonly object _lock = new();
    private readonly List<NotSentEvent> _events = [];
    private readonly HashSet<SandboxMessage> _known = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<NotSentEvent> Page(string channel, long after, int size)
    {
        lock (_lock)
        {
            CatchUp();
            return _events.Where(e => e.Message.Channel == channel && e.Id > after).Take(size).ToArray();
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _events.Clear();
            _known.Clear();
        }
    }

    private void CatchUp()
    {
        IEnumerable<(SandboxMessage Message, Delivery Delivery)> news = messages
            .List(message => message.Accepted && !_known.Contains(message))
            .Select(message => (message, deliveries.Follow(message)))
            .Where(pair => pair.Item2.State == DeliveryState.NotSent)
            .OrderBy(pair => pair.Item2.At);
        foreach ((var message, var delivery) in news)
        {
            _known.Add(message);
            _events.Add(new NotSentEvent(FirstId + _events.Count, message, delivery));
        }
    }
}
