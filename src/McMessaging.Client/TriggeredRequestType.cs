namespace McMessaging;

/// <summary>Whether the service responds to a triggered send before or after its subscriber was checked.</summary>
public enum TriggeredRequestType
{
    /// <summary>The service queues the send and responds at once.</summary>
    Async,

    /// <summary>The service checks the subscriber first; slower, and errors are reported in the response.</summary>
    Sync,
}
