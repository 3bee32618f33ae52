namespace McMessaging.Sandboxing.Faults;

/// <summary>The names of the faults as users write them and as the counters show them.</summary>
internal static class FaultNames
{
    public const string Http400 = "http400";
    public const string Http403 = "http403";
    public const string Http429 = "http429";
    public const string Blocked = "blocked";
    public const string Http500 = "http500";
    public const string Http503 = "http503";
    public const string HtmlError = "htmlError";
    public const string EchoRequest = "echoRequest";
    public const string ExpireToken = "expireToken";
    public const string DropBefore = "dropBefore";
    public const string DropAfter = "dropAfter";
    public const string HangBefore = "hangBefore";
    public const string HangAfter = "hangAfter";
    public const string Partial400 = "partial400";
    public const string OmitRecipients = "omitRecipients";
    public const string OmitResponses = "omitResponses";
    public const string EmptyMessage = "emptyMessage";
    public const string TextHasErrors = "textHasErrors";
    public const string OmitHasErrors = "omitHasErrors";
    public const string Slow = "slow";
    public const string RejectRecipient = "rejectRecipient";
    public const string NotSent = "notSent";
    public const string Token403 = "token403";
    public const string Token429 = "token429";
    public const string Token500 = "token500";
    public const string TokenHtml = "tokenHtml";
    public const string TokenHang = "tokenHang";
    public const string LatencyMs = "latencyMs";
    public const string RequestsPerSecond = "requestsPerSecond";
    public const string RetryAfter = "retryAfter";
    public const string RetryAfterDate = "retryAfterDate";
    public const string ClockAhead = "clockAhead";
    public const string NotSentCode = "notSentCode";
    public const string DefinitionLimit = "definitionLimit";
    public const string RequireTo = "requireTo";
    public const string AllRejected202 = "allRejected202";
    public const string ShuffleResponses = "shuffleResponses";
}
