namespace McMessaging.Sending;

/// <summary>The counts of a run. Results are counted in order, by one at a time; reading goes on beside.</summary>
internal sealed class SendCounters(TimeProvider timeProvider, long? expected)
{
    private readonly long _begun = timeProvider.GetTimestamp();
    private readonly long[] _outcomes = new long[Enum.GetValues<SendOutcome>().Length];
    private long _read;
    private long _requests;
    private long _retries;

    public long Read => Interlocked.Read(ref _read);

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

    public void Count(IReadOnlyList<SendResult> results)
    {
        foreach (var result in results)
        {
            Interlocked.Increment(ref _outcomes[(int)result.Outcome]);
        }
    }

    public SendProgress Progress(TimeSpan waiting)
    {
        var accepted = Of(SendOutcome.Accepted) + Of(SendOutcome.AlreadyAccepted);
        var done = Enum.GetValues<SendOutcome>().Sum(Of);
        return new SendProgress(Read, done, accepted, done - accepted, expected, Elapsed, waiting);
    }

    public SendSummary Summary() => new(
        Read,
        Of(SendOutcome.Accepted),
        Of(SendOutcome.AlreadyAccepted),
        Of(SendOutcome.Rejected),
        Of(SendOutcome.Failed),
        Of(SendOutcome.Unknown),
        Of(SendOutcome.Cancelled),
        Interlocked.Read(ref _requests),
        Interlocked.Read(ref _retries),
        Elapsed);

    private TimeSpan Elapsed => timeProvider.GetElapsedTime(_begun);

    private long Of(SendOutcome outcome) => Interlocked.Read(ref _outcomes[(int)outcome]);
}
