namespace McMessaging;

/// <summary>Counts the requests of a run by what its results say of them; it keeps request ids, no result.</summary>
public sealed class RequestCounts
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private (string? Id, DateTimeOffset SentAt)? _last;

    /// <summary>The requests: distinct request ids, and requests that got no response.</summary>
    public long Requests { get; private set; }

    /// <summary>Attempts after the first, over these requests.</summary>
    public long Retries { get; private set; }

    /// <summary>When the first of these requests was last sent; <c>null</c> without one.</summary>
    public DateTimeOffset? FirstSentAt { get; private set; }

    /// <summary>When the last of these requests was last sent; <c>null</c> without one.</summary>
    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>Counts the request of one result that was sent in this run.</summary>
    /// <param name="requestId">The service's id of the request; <c>null</c> if it gave none.</param>
    /// <param name="sentAt">When the request was last sent.</param>
    /// <param name="attempts">How often it was sent.</param>
    /// <returns>Whether the request had not been counted before.</returns>
    public bool Add(string? requestId, DateTimeOffset sentAt, int attempts)
    {
        FirstSentAt = FirstSentAt < sentAt ? FirstSentAt : sentAt;
        LastSentAt = LastSentAt > sentAt ? LastSentAt : sentAt;
        if (!IsNew(requestId, sentAt))
        {
            return false;
        }

        Requests++;
        Retries += Math.Max(0, attempts - 1);
        return true;
    }

    // A request without a response has no id; its results are neighbours and have the time in common.
    private bool IsNew(string? requestId, DateTimeOffset sentAt)
    {
        if (_last == (requestId, sentAt))
        {
            return false;
        }

        _last = (requestId, sentAt);
        return requestId is null || _ids.Add(requestId);
    }
}
