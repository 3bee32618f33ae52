namespace McMessaging.Reports.Html;

/// <summary>What an outcome is called in a report, and what it means.</summary>
internal static class OutcomeWords
{
    public static readonly SendOutcome[] All = Enum.GetValues<SendOutcome>();

    public static string Meaning(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "The service took the message.",
        SendOutcome.AlreadyAccepted => "An earlier attempt or an earlier run was taken; nothing was sent twice.",
        SendOutcome.Rejected => "The service, or the check before sending, refused this recipient. "
            + "The same data fails again.",
        SendOutcome.Failed => "Not taken, for certain: no connection, no permission, retries used up.",
        SendOutcome.Unknown => "Sent, but no response tells what became of it, and it is not safe to retry.",
        _ => "Stopped before it was sent.",
    };

    /// <summary>The class that gives it its colour.</summary>
    public static string Class(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.AlreadyAccepted => "earlier",
        SendOutcome.Rejected => "rejected",
        SendOutcome.Failed => "failed",
        SendOutcome.Unknown => "unknown",
        _ => "cancelled",
    };
}
