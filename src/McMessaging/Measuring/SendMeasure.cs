namespace McMessaging;

/// <summary>The counts of a send's results.</summary>
public sealed class SendMeasure
{
    /// <summary>All results.</summary>
    public long Total { get; init; }

    /// <summary>Results with <see cref="SendOutcome.Accepted"/>.</summary>
    public long Accepted { get; init; }

    /// <summary>Results with <see cref="SendOutcome.AlreadyAccepted"/>.</summary>
    public long AlreadyAccepted { get; init; }

    /// <summary>Results with <see cref="SendOutcome.Rejected"/>.</summary>
    public long Rejected { get; init; }

    /// <summary>Results with <see cref="SendOutcome.Failed"/>.</summary>
    public long Failed { get; init; }

    /// <summary>Results with <see cref="SendOutcome.Unknown"/>.</summary>
    public long Unknown { get; init; }

    /// <summary>Results with <see cref="SendOutcome.Cancelled"/>.</summary>
    public long Cancelled { get; init; }

    /// <summary>
    /// Rows of other shards that the run passed over, up to its last results; of several runs' results the most.
    /// </summary>
    public long OtherShards { get; init; }

    /// <summary>The errors of results that were not accepted, most frequent first.</summary>
    public IReadOnlyList<SendErrorCount> ByErrorCode { get; init; } = [];

    /// <summary>The requests of this run: distinct request ids, and requests that got no response.</summary>
    public long Requests { get; init; }

    /// <summary>Attempts after the first, over these requests.</summary>
    public long Retries { get; init; }

    /// <summary>When the first of these requests was last sent; <c>null</c> if nothing was sent.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>When the last of these requests was last sent; <c>null</c> if nothing was sent.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>Recipients accepted per second between these two times; <c>null</c> if they are the same.</summary>
    public double? RecipientsPerSecond { get; init; }
}
