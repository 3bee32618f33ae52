namespace McMessaging.Status;

/// <summary>The time that a wait has left, and how long it rests between two rounds of questions.</summary>
internal sealed class WaitClock(TimeProvider timeProvider, TimeSpan timeout) : IDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LastRound = TimeSpan.FromSeconds(2);
    private readonly long _begun = timeProvider.GetTimestamp();
    private readonly CancellationTokenSource _deadline = new(timeout, timeProvider);

    public CancellationToken Deadline => _deadline.Token;

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_begun);

    public TimeSpan Timeout => timeout;

    public bool IsOver => _deadline.IsCancellationRequested || Elapsed >= timeout;

    /// <summary>1, 2, 4 … 30 seconds, with time left for a last round; <c>null</c> if there is none.</summary>
    public TimeSpan? RestAfter(int round)
    {
        var left = timeout - Elapsed - LastRound;
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        var rest = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(round - 1, 10)));
        rest = rest < LongestRest ? rest : LongestRest;
        return rest < left ? rest : left;
    }

    public void Dispose() => _deadline.Dispose();
}
