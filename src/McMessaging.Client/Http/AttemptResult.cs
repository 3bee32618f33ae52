namespace McMessaging.Http;

/// <summary>What one attempt came to: a whole response, or a fault.</summary>
internal sealed record AttemptResult(ServiceResponse? Response, TransportError Fault, Exception? Cause, TimeSpan Duration)
{
    public string Describe() => Fault switch
    {
        TransportError.None => Response!.ToString(),
        TransportError.NeverSent => "could not connect: " + Reason(),
        TransportError.Broken => "the connection broke before the response was complete: " + Reason(),
        TransportError.TimedOut => "no complete response in time",
        _ => "stopped before a response came",
    };

    private string Reason() => (Cause?.InnerException ?? Cause)?.Message ?? "no reason given";
}

/// <summary>Why an attempt ended without a whole response.</summary>
internal enum TransportError
{
    /// <summary>There was a whole response.</summary>
    None,

    /// <summary>Nothing of the body was sent: name, connection, TLS or proxy trouble.</summary>
    NeverSent,

    /// <summary>The connection broke after the request went out, or in the middle of the response.</summary>
    Broken,

    /// <summary>No whole response within the limit of one attempt.</summary>
    TimedOut,

    /// <summary>The caller stopped the operation after the request went out.</summary>
    Stopped,
}
