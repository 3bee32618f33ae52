namespace McMessaging.Sandboxing.Faults;

/// <summary>The names of the faults as users write them and as the counters show them.</summary>
internal static class FaultNames
{
    public const string Http500 = "http500";
    public const string Http503 = "http503";
    public const string Http429 = "http429";
    public const string RetryAfter = "retryAfter";
    public const string Blocked = "blocked";
    public const string HtmlError = "htmlError";
    public const string DropBefore = "dropBefore";
    public const string DropAfter = "dropAfter";
    public const string Slow = "slow";
    public const string LatencyMs = "latencyMs";
    public const string RejectRecipient = "rejectRecipient";
    public const string ExpireToken = "expireToken";
}
