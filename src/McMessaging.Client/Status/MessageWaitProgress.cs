namespace McMessaging;

/// <summary>How far a wait has come.</summary>
/// <param name="Total">Messages waited for, each counted once.</param>
/// <param name="Sent">Of these, sent.</param>
/// <param name="NotSent">Of these, not sent for good.</param>
/// <param name="Failed">Of these, refused by the service.</param>
/// <param name="Elapsed">Since the wait began.</param>
/// <param name="Timeout">When it ends at the latest, counted from its beginning.</param>
public readonly record struct MessageWaitProgress(
    int Total, int Sent, int NotSent, int Failed, TimeSpan Elapsed, TimeSpan Timeout)
{
    /// <summary>Messages without a final state yet.</summary>
    public int Waiting => Total - Sent - NotSent - Failed;
}
