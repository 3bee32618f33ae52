namespace McMessaging;

/// <summary>What a wait for one message came to.</summary>
/// <param name="Status">The final state, or the last one that was seen.</param>
/// <param name="Error">
/// <c>null</c> with a final state; else why there is none: <c>WaitTimedOut</c>, or what the service refused the
/// question with.
/// </param>
public sealed record MessageWaitResult(MessageStatus Status, McException? Error)
{
    /// <summary>The message key, the state and the error.</summary>
    public override string ToString() => Error is null ? Status.ToString() : $"{Status} ({Error.ErrorId})";
}
