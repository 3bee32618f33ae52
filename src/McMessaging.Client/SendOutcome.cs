namespace McMessaging;

/// <summary>What became of one recipient.</summary>
public enum SendOutcome
{
    /// <summary>The service took the message.</summary>
    Accepted,

    /// <summary>The message was taken by an earlier attempt or an earlier run; nothing was sent twice.</summary>
    AlreadyAccepted,

    /// <summary>
    /// The service, or the check before sending, refused this recipient. The same data is refused again.
    /// </summary>
    Rejected,

    /// <summary>Certainly not taken: the request failed (403, retries used up on 429, no connection).</summary>
    Failed,

    /// <summary>Sent, and no response tells what became of it; not safe to retry.</summary>
    Unknown,

    /// <summary>Stopped before it was sent.</summary>
    Cancelled,
}
