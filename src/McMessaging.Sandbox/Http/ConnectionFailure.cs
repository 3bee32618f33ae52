using System.Net.Sockets;

namespace McMessaging.Sandboxing.Http;

/// <summary>Tells exceptions of a connection or listener that is gone from defects.</summary>
internal static class ConnectionFailure
{
    public static bool Is(Exception exception) => exception
        is SocketException
        or IOException
        or InvalidDataException
        or ObjectDisposedException
        or OperationCanceledException;
}
