namespace McMessaging.Http;

/// <summary>Why an attempt ended without a whole answer.</summary>
internal enum AttemptFault
{
    /// <summary>There was a whole answer.</summary>
    None,

    /// <summary>Nothing of the body was sent: name, connection, TLS or proxy trouble.</summary>
    NeverSent,

    /// <summary>The connection broke after the request went out, or in the middle of the answer.</summary>
    Broken,

    /// <summary>No whole answer within the limit of one attempt.</summary>
    TimedOut,

    /// <summary>The caller stopped the operation after the request went out.</summary>
    Stopped,
}
