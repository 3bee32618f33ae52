using System.Net.Sockets;

namespace McMessaging.Http;

/// <summary>What one attempt came to: a whole response, or a fault.</summary>
internal sealed record AttemptResult(
    ServiceResponse? Response, TransportError Fault, Exception? Cause, TimeSpan Duration)
{
    public string Describe() => Fault switch
    {
        TransportError.None => Response!.ToString(),
        TransportError.NeverSent => "could not connect: " + Reason(),
        TransportError.Broken => "the connection broke before the response was complete: " + Reason(),
        TransportError.TimedOut => "no complete response in time",
        _ => "stopped before a response came",
    };

    // Never an exception's own message: a proxy's user and password may stand in it.
    private string Reason() => Cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            "the name of the host cannot be resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "no secure connection (TLS) could be made",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
            "the proxy did not let the request through",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } =>
            "the response ended too early",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            "the response is larger than 16 MiB, or its headers are too long",
        { InnerException: SocketException socket } => $"the network said {socket.SocketErrorCode}",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known =>
            $"the network said {known.HttpRequestError}",
        OperationCanceledException => "no connection in time",
        ObjectDisposedException => "the connection was disconnected",
        _ => "the network gave no reason",
    };
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
