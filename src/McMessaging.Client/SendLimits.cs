namespace McMessaging;

/// <summary>The limits and defaults of a send: the same for every host.</summary>
public static class SendLimits
{
    /// <summary>Recipients per request at most; the service's own limit.</summary>
    public const int MaxBatchSize = 2000;

    /// <summary>Requests in flight at most.</summary>
    public const int MaxThrottleLimit = 50;

    /// <summary>Requests in flight, unless something else is asked for.</summary>
    public const int DefaultThrottleLimit = 4;

    /// <summary>Retries of a request at most.</summary>
    public const int MaxRetryCount = 20;

    /// <summary>Retries of a request, unless something else is asked for.</summary>
    public const int DefaultRetryCount = 6;

    /// <summary>Seconds for one attempt at most.</summary>
    public const int MaxTimeoutSeconds = 3600;

    /// <summary>
    /// Seconds for one attempt, unless something else is asked for: the service itself gives up after 120.
    /// </summary>
    public const int DefaultTimeoutSeconds = 130;

    /// <summary>Seconds for one request over all its attempts at most.</summary>
    public const int MaxRetryTimeoutSeconds = 86400;

    /// <summary>Seconds for one request over all its attempts, unless something else is asked for.</summary>
    public const int DefaultRetryTimeoutSeconds = 300;
}
