namespace McMessaging;

/// <summary>What became of one triggered send, as the cmdlet emits it.</summary>
public sealed record TriggeredSendResult : SendResult
{
    internal TriggeredSendResult(TriggeredResult result)
        : base(result)
    {
    }

    /// <summary>The service's id of this send, to ask for its delivery record; <c>null</c> if it gave none.</summary>
    public string? RecipientSendId => ((TriggeredResult)Result).RecipientSendId;
}
