namespace McMessaging;

/// <summary>Whether a triggered send answers before or after its subscriber was checked.</summary>
public enum TriggeredRequestType
{
    /// <summary>The service queues the send and answers at once.</summary>
    Async,

    /// <summary>The service checks the subscriber first; slower, and errors are reported in the answer.</summary>
    Sync,
}
