using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Status;

/// <summary>A message that was accepted and not sent, numbered as it became known.</summary>
internal sealed record NotSentEvent(long Id, SandboxMessage Message, Delivery Delivery);

/// <summary>Some of the messages not sent, and where the next page begins.</summary>
internal sealed record NotSentListPage(IReadOnlyList<NotSentEvent> Events, long Watermark);

/// <summary>
/// The messages not sent, the oldest first, with numbers that only grow. As in the service, other events take numbers
/// too, so there are gaps; the watermark runs ahead of the last message, and a page within a gap is empty.
/// </summary>
internal sealed class NotSentLog(MessageStore messages, DeliveryTracker deliveries, int capacity)
{
    // Clients must not keep the number in 32 bits.
    private const long FirstId = (1L << 31) + 1;
    private const int GroupSize = 50;
    private const int WatermarkLead = 14;
    private const int Gap = 20;

    private readonly object _lock = new();
    private readonly List<NotSentEvent> _events = [];

    // What was sent stays sent, so that a message is looked at again only while it waits.
    private List<SandboxMessage> _waiting = [];
    private long _nextSequence = 1;
    private long _watermark;

    public NotSentListPage Page(string channel, long accountId, long after, int size)
    {
        lock (_lock)
        {
            CatchUp();
            var next = _events.FindIndex(e => e.Id > after);
            if (next < 0)
            {
                return new NotSentListPage([], Math.Max(after, _watermark));
            }

            var isInGap = next > 0 && after >= _events[next - 1].Id && _events[next].Id - after > 1;
            return isInGap
                ? new NotSentListPage([], _events[next].Id - 1)
                : Collect(next, size, e => e.Message.Channel == channel && e.Message.AccountId == accountId);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _events.Clear();
            _waiting.Clear();
            _nextSequence = 1;
            _watermark = 0;
        }
    }

    // A page ends where numbers are left out.
    private NotSentListPage Collect(int next, int size, Func<NotSentEvent, bool> matches)
    {
        var page = new List<NotSentEvent>();
        for (; next < _events.Count && page.Count < size; next++)
        {
            if (matches(_events[next]))
            {
                page.Add(_events[next]);
            }

            var isLast = next + 1 == _events.Count || _events[next + 1].Id - _events[next].Id > 1;
            if (isLast)
            {
                return new NotSentListPage(page, _events[next].Id + WatermarkLead);
            }
        }

        return new NotSentListPage(page, page[^1].Id);
    }

    private void CatchUp()
    {
        var followed = TakeUndecided()
            .Select(message => (Message: message, Delivery: deliveries.Follow(message)))
            .ToArray();
        _waiting = [.. followed
            .Where(pair => pair.Delivery.State == DeliveryState.Queued)
            .Select(pair => pair.Message)];
        var news = followed
            .Where(pair => pair.Delivery.State == DeliveryState.NotSent)
            .OrderBy(pair => pair.Delivery.At)
            .ToArray();
        for (var i = 0; i < news.Length; i++)
        {
            var id = i % GroupSize == 0
                ? Math.Max(FirstId, _watermark + Gap)
                : _events[^1].Id + 1;
            _events.Add(new NotSentEvent(id, news[i].Message, news[i].Delivery));
            _watermark = id + WatermarkLead;
        }

        if (_events.Count > capacity)
        {
            _events.RemoveRange(0, _events.Count - capacity);
        }
    }

    /// <summary>The kept messages of whose fate nothing was known for certain, in order of arrival.</summary>
    private IEnumerable<SandboxMessage> TakeUndecided()
    {
        var arrived = messages.List(_ => true, from: _nextSequence);
        var oldest = messages.OldestSequence;
        _nextSequence = arrived.Count > 0 ? arrived[^1].Sequence + 1 : _nextSequence;
        return _waiting
            .Where(message => message.Sequence >= oldest)
            .Concat(arrived.Where(message => message.Accepted));
    }
}
