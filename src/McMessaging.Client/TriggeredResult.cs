namespace McMessaging;

/// <summary>
/// What became of one triggered send. Its <see cref="RecipientResult.MessageKey"/> is the client's own key, for the
/// journal;
/// the service does not see it.
/// </summary>
public sealed record TriggeredResult : RecipientResult
{
    /// <summary>A result without anything in it.</summary>
    public TriggeredResult()
    {
    }

    internal TriggeredResult(RecipientResult result)
        : base(result)
    {
    }

    /// <summary>The service's id of this send, to ask for its delivery record; <c>null</c> if it gave none.</summary>
    public string? RecipientSendId
    {
        get => SendId;
        init => SendId = value;
    }
}
