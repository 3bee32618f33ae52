namespace McMessaging;

/// <summary>How far a send has come.</summary>
/// <param name="Read">Input objects read so far.</param>
/// <param name="Done">Recipients with a final result.</param>
/// <param name="Accepted">Of these, taken now or earlier.</param>
/// <param name="NotAccepted">Of these, all others.</param>
/// <param name="Total">The expected number of input objects; <c>null</c> if the caller gave none.</param>
/// <param name="Elapsed">Since the operation began.</param>
/// <param name="Waiting">How long the service has asked all workers to wait from now; zero when nobody waits.</param>
public readonly record struct SendProgress(
    long Read,
    long Done,
    long Accepted,
    long NotAccepted,
    long? Total,
    TimeSpan Elapsed,
    TimeSpan Waiting)
{
    /// <summary>Finished recipients per second since the operation began.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;
}
