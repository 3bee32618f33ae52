namespace McMessaging;

/// <summary>
/// What became of one recipient, as the cmdlets emit it. Outcome and channel are texts, so that a result that was saved
/// and read again still says the same.
/// </summary>
public record SendResult
{
    internal SendResult(RecipientResult result)
    {
        MessageKey = result.MessageKey;
        ContactKey = result.ContactKey;
        To = result.To;
        Channel = result.Channel.ToString();
        DefinitionKey = result.DefinitionKey;
        Outcome = result.Outcome.ToString();
        ErrorCode = result.ErrorCode;
        ErrorName = result.ErrorName;
        Message = result.Message;
        RequestId = result.RequestId;
        HttpStatus = result.HttpStatus;
        Attempts = result.Attempts;
        SentAt = result.SentAt;
        FromJournal = result.FromJournal;
        Index = result.Index;
        OtherShards = result.OtherShards;
    }

    /// <summary>The key that tracks the message.</summary>
    public string? MessageKey { get; }

    /// <summary>The contact key; <c>null</c> if the input had none.</summary>
    public string? ContactKey { get; }

    /// <summary>The address or mobile number, as given.</summary>
    public string? To { get; }

    /// <summary>The channel: Email, Sms or Triggered.</summary>
    public string Channel { get; }

    /// <summary>The definition key; for a triggered send the key or id that was used.</summary>
    public string DefinitionKey { get; }

    /// <summary>What became of the recipient: the name of a <see cref="SendOutcome"/>.</summary>
    public string Outcome { get; }

    /// <summary>0 when accepted, else the service's code, else <c>null</c>.</summary>
    public int? ErrorCode { get; }

    /// <summary>The name of the error, as Get-McErrorInfo knows it.</summary>
    public string? ErrorName { get; }

    /// <summary>The service's words, or the client's where the service said nothing.</summary>
    public string? Message { get; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP status of the last response; <c>null</c> without a response.</summary>
    public int? HttpStatus { get; }

    /// <summary>How many times the request was sent in this run.</summary>
    public int Attempts { get; }

    /// <summary>When the last attempt began; <c>null</c> if nothing was sent.</summary>
    public DateTimeOffset? SentAt { get; }

    /// <summary>Whether the outcome was read from the journal of an earlier run.</summary>
    public bool FromJournal { get; }

    /// <summary>The recipient's place in the input, from 1.</summary>
    public long Index { get; }

    /// <summary>How many rows of other shards its run had passed over when this result was written.</summary>
    public long OtherShards { get; }

    /// <summary>The message key and the outcome.</summary>
    public sealed override string ToString() =>
        ErrorName is null ? $"{MessageKey}: {Outcome}" : $"{MessageKey}: {Outcome} ({ErrorName})";
}
