namespace McMessaging.Retrying;

/// <summary>What an attempt means for the request.</summary>
internal enum RetryVerdict
{
    /// <summary>The service answered, and the answer can be read.</summary>
    Answered,

    /// <summary>The service refused the request for good.</summary>
    Refused,

    /// <summary>The token was refused: once more with another.</summary>
    RenewToken,

    /// <summary>Nothing was sent: once more.</summary>
    NotSent,

    /// <summary>The service is there but took nothing: once more, when it says so.</summary>
    TurnedAway,

    /// <summary>The rate limit: all workers wait, then once more.</summary>
    RateLimited,

    /// <summary>The service may have taken it or not.</summary>
    Ambiguous,

    /// <summary>The waits before an attempt took more time than the request had; nothing was sent.</summary>
    OutOfTime,

    /// <summary>The caller stopped after the request went out.</summary>
    Stopped,
}
