namespace McMessaging;

/// <summary>What an outcome means for whoever decides what to do next.</summary>
public static class SendOutcomeExtensions
{
    /// <summary>Whether the service has the message, from this attempt or an earlier one.</summary>
    public static bool IsAccepted(this SendOutcome outcome) =>
        outcome is SendOutcome.Accepted or SendOutcome.AlreadyAccepted;
}
