namespace McMessaging.Retrying;

/// <summary>A request that waits for its next attempt.</summary>
/// <param name="Priority">Who goes first.</param>
/// <param name="Recipients">Those of its recipients that a rate has to let go.</param>
/// <param name="Budget">The time that it has left.</param>
internal sealed record RequestWaiter(RequestPriority Priority, int Recipients, RetryBudget Budget)
{
    public TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Who goes first.</summary>
internal enum RequestPriority
{
    /// <summary>A request that has its place already and was kept by a pause.</summary>
    InFlight,

    /// <summary>A request that made an attempt before.</summary>
    Retry,

    /// <summary>A request that was not begun.</summary>
    First,
}
