namespace McMessaging.Answers;

/// <summary>What became of a recipient, and why.</summary>
internal readonly record struct RecipientOutcome(
    SendOutcome Outcome, int? Code, string? Name, string? Message, string? RecipientSendId = null);
