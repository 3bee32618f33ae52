namespace McMessaging.Http;

/// <summary>What one attempt came to: a whole answer, or a fault.</summary>
internal sealed record AttemptResult(ServiceResponse? Response, TransportError Fault, Exception? Cause, TimeSpan Duration)
{
    public string Describe() => Fault switch
    {
        TransportError.None => Response!.ToString(),
        TransportError.NeverSent => "could not connect: " + Reason(),
        TransportError.Broken => "the connection broke before the answer was complete: " + Reason(),
        TransportError.TimedOut => "no complete answer in time",
        _ => "stopped before an answer came",
    };

    private string Reason() => (Cause?.InnerException ?? Cause)?.Message ?? "no reason given";
}

/// <summary>Why an attempt ended without a whole answer.</summary>
internal enum TransportError
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
