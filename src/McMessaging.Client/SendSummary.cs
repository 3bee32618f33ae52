namespace McMessaging;

/// <summary>The counts of a finished run.</summary>
/// <param name="Total">Input objects read, but for those of other shards; the sum of all outcomes.</param>
/// <param name="Accepted">Recipients with <see cref="SendOutcome.Accepted"/>.</param>
/// <param name="AlreadyAccepted">Recipients with <see cref="SendOutcome.AlreadyAccepted"/>.</param>
/// <param name="Rejected">Recipients with <see cref="SendOutcome.Rejected"/>.</param>
/// <param name="Failed">Recipients with <see cref="SendOutcome.Failed"/>.</param>
/// <param name="Unknown">Recipients with <see cref="SendOutcome.Unknown"/>.</param>
/// <param name="Cancelled">Recipients with <see cref="SendOutcome.Cancelled"/>.</param>
/// <param name="Requests">Batches that were sent at least once.</param>
/// <param name="Retries">Attempts after the first, over all batches.</param>
/// <param name="Elapsed">From the start of the operation to its end.</param>
public sealed record SendSummary(
    long Total,
    long Accepted,
    long AlreadyAccepted,
    long Rejected,
    long Failed,
    long Unknown,
    long Cancelled,
    long Requests,
    long Retries,
    TimeSpan Elapsed)
{
    /// <summary>
    /// Recipients whose contact key and address came before in the input, without a message key of their own. Each is a
    /// message.
    /// </summary>
    public long Repeats { get; init; }

    /// <summary>
    /// Recipients that were taken earlier under this run id, by another host or by a run whose journal this one did not
    /// have; they are <see cref="SendOutcome.AlreadyAccepted"/>. A new send needs a new run id.
    /// </summary>
    public long TakenElsewhere { get; init; }

    /// <summary>Input objects that other shards send; they are passed over and in no other count.</summary>
    public long OtherShards { get; init; }

    /// <summary>Recipients without an address, to whom the service sends where it knows one.</summary>
    public long WithoutAddress { get; init; }

    /// <summary>The limit of the run's own rate, see <see cref="SendOptions.RecipientsPerMinute"/>.</summary>
    public int? RecipientsPerMinute { get; init; }

    /// <summary>
    /// Where an earlier file of rejected rows is kept that this run took the name of, and that may hold corrections;
    /// <c>null</c>: there was none.
    /// </summary>
    public string? EarlierRejectedPath { get; init; }

    /// <summary>Whether every recipient was taken, now or by an earlier attempt or run.</summary>
    public bool AllAccepted => Accepted + AlreadyAccepted == Total;

    /// <summary>What people should know of the run beside its counts: sentences.</summary>
    public IEnumerable<string> Notes()
    {
        if (Repeats > 0)
        {
            yield return Repeats == 1
                ? "1 recipient repeats a contact key and address that came before. It is a message of its own."
                : $"{CountWords.Recipients(Repeats)} repeat a contact key and address that came before. Each is a "
                    + "message of its own.";
        }

        if (TakenElsewhere > 0)
        {
            yield return $"{CountWords.Recipients(TakenElsewhere)} {(TakenElsewhere == 1 ? "was" : "were")} taken "
                + "earlier under this run id; a new send needs a new run id.";
        }

        if (EarlierRejectedPath is not null)
        {
            yield return "The earlier file of rejected rows may hold corrections; it is kept as "
                + $"'{EarlierRejectedPath}'.";
        }
    }

    /// <summary>How many recipients there were, and how many of them were taken.</summary>
    public override string ToString() => $"{CountWords.Recipients(Total)}, {Accepted + AlreadyAccepted} accepted";
}
