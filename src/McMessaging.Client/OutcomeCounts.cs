namespace McMessaging;

/// <summary>Counts recipients by outcome. Any thread may add and read.</summary>
public sealed class OutcomeCounts
{
    private static readonly SendOutcome[] Outcomes = Enum.GetValues<SendOutcome>();
    private readonly long[] _counts = new long[Outcomes.Length];

    /// <summary>How many have this outcome.</summary>
    public long this[SendOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>All that were counted.</summary>
    public long Total => Outcomes.Sum(outcome => this[outcome]);

    /// <summary>Those that were taken, now or by an earlier attempt or run.</summary>
    public long TotalAccepted => Outcomes.Where(outcome => outcome.IsAccepted()).Sum(outcome => this[outcome]);

    /// <summary>Counts one recipient.</summary>
    public void Add(SendOutcome outcome) => Interlocked.Increment(ref _counts[(int)outcome]);
}
