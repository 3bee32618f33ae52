using System.Runtime.CompilerServices;

namespace McMessaging.Sending;

/// <summary>The counts of a run. Results are counted in order, by one at a time; reading goes on beside.</summary>
internal sealed class SendCounters(TimeProvider timeProvider, long? expected)
{
    private readonly long _begun = timeProvider.GetTimestamp();
    private readonly OutcomeCounts _outcomes = new();
    private long _read;
    private long _otherShards;
    private long _requests;
    private long _retries;
    private long _takenElsewhere;
    private long _fromJournal;

    /// <summary>Input objects read, but for those of other shards.</summary>
    public long Read => Interlocked.Read(ref _read) - OtherShards;

    public long OtherShards => Interlocked.Read(ref _otherShards);

    public void CountOtherShard() => Interlocked.Increment(ref _otherShards);

    public void CountRead() => Interlocked.Increment(ref _read);

    public void CountRequest(int attempts)
    {
        if (attempts == 0)
        {
            return;
        }

        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _retries, attempts - 1);
    }

    public void CountTakenElsewhere() => Interlocked.Increment(ref _takenElsewhere);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(IReadOnlyList<RecipientResult> results)
    {
        foreach (var result in results)
        {
            _outcomes.Add(result.Outcome);
            _fromJournal += result.FromJournal ? 1 : 0;
        }
    }

    public SendProgress Progress(TimeSpan waiting)
    {
        var accepted = _outcomes.TotalAccepted;
        var done = _outcomes.Total;
        return new SendProgress(Read, done, accepted, done - accepted, expected, Elapsed, waiting)
        {
            FromJournal = _fromJournal,
        };
    }

    public SendSummary Summary() => new(
        Read,
        _outcomes[SendOutcome.Accepted],
        _outcomes[SendOutcome.AlreadyAccepted],
        _outcomes[SendOutcome.Rejected],
        _outcomes[SendOutcome.Failed],
        _outcomes[SendOutcome.Unknown],
        _outcomes[SendOutcome.Cancelled],
        Interlocked.Read(ref _requests),
        Interlocked.Read(ref _retries),
        Elapsed)
    {
        OtherShards = OtherShards,
        TakenElsewhere = Interlocked.Read(ref _takenElsewhere),
    };

    private TimeSpan Elapsed => timeProvider.GetElapsedTime(_begun);
}
