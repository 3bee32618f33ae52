namespace McMessaging.Retrying;

/// <summary>
/// How many recipients may begin in any 60 seconds, every attempt counted anew: one batch after the other at even
/// distances, and never more in a window, wherever it begins. One caller at a time.
/// </summary>
/// <param name="perMinute">Recipients in 60 seconds at most.</param>
internal sealed class RecipientRate(int perMinute)
{
    /// <summary>
    /// How long a recipient counts: from its attempt's beginning to this long after its end. Half a second over a
    /// minute is for clocks that differ or round.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60.5);

    private const int LeastBatchesPerMinute = 12;

    // Timers are coarse: what they were late is caught up with.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);

    // A journal knows when a request was about to go out, and not when the service had it.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);

    private readonly Queue<(TimeSpan At, int Recipients)> _ended = new();
    private TimeSpan _next;
    private int _inWindow;
    private int _underWay;

    /// <summary>The recipients of a batch at most, so that one begins every few seconds.</summary>
    public static int LargestBatch(int perMinute) => Math.Max(1, perMinute / LeastBatchesPerMinute);

    /// <summary>When so many recipients may begin at the earliest, as far as is known now.</summary>
    /// <param name="recipients">How many; 0: they were let go before.</param>
    /// <param name="now">The time; this, and all times here, since the start of the run.</param>
    public TimeSpan ReadyAt(int recipients, TimeSpan now)
    {
        if (recipients == 0)
        {
            return now;
        }

        Forget(now);
        var ready = _next;
        var others = _inWindow + _underWay;
        foreach (var (at, ended) in _ended)
        {
            if (others + recipients <= perMinute)
            {
                return ready;
            }

            others -= ended;
            ready = Later(ready, at + Window);
        }

        // Those who are under way end now at the earliest.
        return others + recipients <= perMinute ? ready : Later(ready, now + Window);
    }

    /// <summary>Lets them begin: from now on they count.</summary>
    public void Begin(int recipients, TimeSpan now)
    {
        if (recipients > 0)
        {
            _underWay += recipients;
            _next = Later(_next, now - CatchUp) + (Window / (perMinute / recipients));
        }
    }

    /// <summary>
    /// Their attempt ended: sometime before now the service had them, so that they count for a minute from here.
    /// </summary>
    public void End(int recipients, TimeSpan now)
    {
        _underWay -= recipients;
        Count(recipients, now);
    }

    /// <summary>They were let go and made no attempt.</summary>
    public void Withdraw(int recipients) => _underWay -= recipients;

    /// <summary>Counts who began in a run before this one, the oldest first.</summary>
    /// <param name="recipients">How many.</param>
    /// <param name="age">How long ago; what lies in the future counts as now.</param>
    /// <param name="now">The time.</param>
    public void CountEarlier(int recipients, TimeSpan age, TimeSpan now) =>
        Count(recipients, now - Later(age - OnTheWay, TimeSpan.Zero));

    private void Count(int recipients, TimeSpan at)
    {
        _ended.Enqueue((at, recipients));
        _inWindow += recipients;
    }

    private void Forget(TimeSpan now)
    {
        while (_ended.TryPeek(out var oldest) && oldest.At + Window <= now)
        {
            _ended.Dequeue();
            _inWindow -= oldest.Recipients;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
