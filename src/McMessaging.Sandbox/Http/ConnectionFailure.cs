using System.Net;

namespace McMessaging.Sandboxing.Http;

/// <summary>Tells exceptions of a connection or listener that is gone from defects.</summary>
internal static class ConnectionFailure
{
    public static bool Is(Exception exception) => exception
        is HttpListenerException
        or IOException
        or ObjectDisposedException
        or OperationCanceledException
        or TimeoutException
        or ProtocolViolationException;
}
