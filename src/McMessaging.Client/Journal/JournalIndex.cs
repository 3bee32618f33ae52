using McMessaging.Keys;

namespace McMessaging.Journal;

/// <summary>What a journal says of each message key.</summary>
/// <param name="expectedKeys">How many there may be, about.</param>
internal sealed class JournalIndex(long expectedKeys)
{
    private readonly KeyHash _hash = new();
    private readonly KeyTable<JournalMark> _marks = new(expectedKeys);
    private readonly int[] _counts = new int[Enum.GetValues<JournalState>().Length];

    public int this[JournalState state] => _counts[(int)state];

    public bool TryGet(string messageKey, out JournalMark mark) => _marks.TryGet(_hash.Of(messageKey), out mark);

    /// <summary>When the oldest message whose outcome is open was first sent.</summary>
    public DateTimeOffset? FirstOpenSentAt => this[JournalState.InFlight] == 0 ? null : _marks.Values()
        .Where(mark => mark.State == JournalState.InFlight)
        .Min(mark => mark.FirstSentAt);

    /// <summary>Notes that a key was about to be sent. While its outcome is open, the first time counts.</summary>
    /// <param name="messageKey">The key in UTF-8.</param>
    /// <param name="sentTicks">When, in UTC.</param>
    public void Intend(ReadOnlySpan<byte> messageKey, long sentTicks)
    {
        ref var mark = ref _marks.GetOrAdd(_hash.Of(messageKey), out var isNew);
        if (!isNew && mark.State == JournalState.InFlight)
        {
            return;
        }

        if (!isNew)
        {
            _counts[(int)mark.State]--;
        }

        _counts[(int)JournalState.InFlight]++;
        mark = new JournalMark(JournalState.InFlight, sentTicks, 0);
    }

    /// <summary>Notes an outcome.</summary>
    /// <returns>Whether the key was about to be sent before.</returns>
    public bool TrySettle(ReadOnlySpan<byte> messageKey, JournalState state, long place)
    {
        ref var mark = ref _marks.GetOrAdd(_hash.Of(messageKey), out var isNew);
        if (isNew)
        {
            return false;
        }

        _counts[(int)mark.State]--;
        _counts[(int)state]++;
        mark = new JournalMark(state, mark.SentTicks, place);
        return true;
    }
}
