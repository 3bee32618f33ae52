using System.Globalization;

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
    /// <summary>The limit of the run's own rate, see <see cref="SendOptions.RecipientsPerMinute"/>.</summary>
    public int? RecipientsPerMinute { get; init; }

    /// <summary>Of those with a final result, how many have it from the journal of an earlier run.</summary>
    public long FromJournal { get; init; }

    /// <summary>Recipients that this run finished per second since it began, without what the journal knew.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? (Done - FromJournal) / Elapsed.TotalSeconds : 0;

    /// <summary>The counts, the rate, and how long the service asked to wait, in words.</summary>
    public override string ToString()
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{Accepted:N0} accepted, {NotAccepted:N0} not accepted, {Math.Floor(PerSecond):N0}/s{Limit}");
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(Waiting.TotalSeconds):N0}");
        return Waiting > TimeSpan.Zero ? $"{counts}; the service asked to wait {seconds} s" : counts;
    }

    private string Limit => RecipientsPerMinute is { } most
        ? string.Create(CultureInfo.InvariantCulture, $" (at most {most:N0} a minute)")
        : "";
}
