using McMessaging.Retrying;

namespace McMessaging.Journal;

/// <summary>How many messages were about to be sent lately, before the last time that a journal notes.</summary>
internal sealed class RecentIntents
{
    private static readonly TimeSpan Kept = RecipientRate.Window * 2;
    private readonly Queue<(DateTimeOffset At, int Messages)> _intents = new();

    /// <summary>When, and how many; the oldest first.</summary>
    public IEnumerable<(DateTimeOffset At, int Messages)> All => _intents;

    public void Add(DateTimeOffset at, int messages)
    {
        _intents.Enqueue((at, messages));
        while (_intents.Peek().At < at - Kept)
        {
            _intents.Dequeue();
        }
    }
}
