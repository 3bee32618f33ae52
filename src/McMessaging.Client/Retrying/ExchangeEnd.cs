namespace McMessaging.Retrying;

/// <summary>How a request ended, after all its attempts.</summary>
internal enum ExchangeEnd
{
    /// <summary>A readable answer.</summary>
    Answered,

    /// <summary>Refused for good, with a status that says why.</summary>
    Refused,

    /// <summary>The token was refused, and so was every other that could be had.</summary>
    Unauthorized,

    /// <summary>No repeat is left, or none is allowed.</summary>
    GaveUp,

    /// <summary>The caller stopped, or the run cannot go on.</summary>
    Stopped,
}
