namespace McMessaging.Sandboxing.Definitions;

/// <summary>When a definition was inactive or its queue emptied, which holds messages back or drops them.</summary>
internal sealed class DefinitionQueue
{
    private static readonly TimeSpan LongestStay = TimeSpan.FromDays(3);

    private readonly object _lock = new();
    private readonly List<Hold> _holds = [];

    public void Update(StoredDefinitionStatus status, DateTimeOffset now)
    {
        lock (_lock)
        {
            var open = _holds.Find(hold => hold.Until is null);
            if (status == StoredDefinitionStatus.Inactive && open is null)
            {
                _holds.Add(new Hold(now));
            }
            else if (status != StoredDefinitionStatus.Inactive && open is not null)
            {
                open.Until = now;
            }
        }
    }

    public void Purge(DateTimeOffset now)
    {
        lock (_lock)
        {
            _holds.ForEach(hold => hold.PurgedAt = hold.Until is null ? now : hold.PurgedAt);
        }
    }

    /// <summary>What becomes of a message that came at one time and would be sent at another.</summary>
    public QueueOutcome Follow(DateTimeOffset receivedAt, DateTimeOffset due, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var hold in _holds)
            {
                if (due < hold.From)
                {
                    break;
                }

                if (hold.PurgedAt >= receivedAt)
                {
                    return new QueueOutcome(QueueFate.Dropped, hold.PurgedAt.Value);
                }

                if (hold.Until <= due)
                {
                    continue;
                }

                var expiry = receivedAt + LongestStay;
                if ((hold.Until ?? now) >= expiry)
                {
                    return new QueueOutcome(QueueFate.Dropped, expiry);
                }

                if (hold.Until is null)
                {
                    return new QueueOutcome(QueueFate.Waiting, receivedAt);
                }

                due = hold.Until.Value;
            }
        }

        return due <= now
            ? new QueueOutcome(QueueFate.Released, due)
            : new QueueOutcome(QueueFate.Waiting, receivedAt);
    }

    private sealed class Hold(DateTimeOffset from)
    {
        public DateTimeOffset From { get; } = from;

        public DateTimeOffset? Until { get; set; }

        public DateTimeOffset? PurgedAt { get; set; }
    }
}
