namespace McMessaging.Sandboxing.Http;

/// <summary>
/// How long a connection waits for its client. The time is real, whatever the sandbox's own clock says.
/// </summary>
/// <param name="Idle">From a response, or the beginning, to the end of the next request's headers.</param>
/// <param name="Body">For a request's body to arrive, and for a response to be taken.</param>
/// <param name="Time">The clock of both.</param>
internal sealed record ConnectionLimits(TimeSpan Idle, TimeSpan Body, TimeProvider Time)
{
    /// <summary>The service closes a connection that is idle for five seconds.</summary>
    public static ConnectionLimits OfTheService { get; } =
        new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeProvider.System);
}
