namespace McMessaging;

/// <summary>
/// What became of one triggered send. Its <see cref="SendResult.MessageKey"/> is the client's own key, for the journal;
/// the service does not see it.
/// </summary>
public sealed class TriggeredSendResult : SendResult
{
    /// <summary>The service's id of this send, to ask for its delivery record; <c>null</c> if it gave none.</summary>
    public string? RecipientSendId
    {
        get => SendId;
        init => SendId = value;
    }
}
