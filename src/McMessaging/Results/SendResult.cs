namespace McMessaging;

/// <summary>
/// What became of one recipient, as the cmdlets emit it. Outcome and channel are texts, so that a result that was saved
/// and read again still says the same.
/// </summary>
public record SendResult
{
    // Enum.ToString looks its name up each time.
    private static readonly string[] Outcomes = Enum.GetNames<SendOutcome>();
    private static readonly string[] Channels = Enum.GetNames<MessageChannel>();

    internal SendResult(RecipientResult result) => Result = result;

    /// <summary>The key that tracks the message.</summary>
    public string? MessageKey => Result.MessageKey;

    /// <summary>The contact key; <c>null</c> if the input had none.</summary>
    public string? ContactKey => Result.ContactKey;

    /// <summary>The address or mobile number, as given.</summary>
    public string? To => Result.To;

    /// <summary>The channel: Email, Sms or Triggered.</summary>
    public string Channel => Channels[(int)Result.Channel];

    /// <summary>The definition key; for a triggered send the key or id that was used.</summary>
    public string DefinitionKey => Result.DefinitionKey;

    /// <summary>What became of the recipient: the name of a <see cref="SendOutcome"/>.</summary>
    public string Outcome => Outcomes[(int)Result.Outcome];

    /// <summary>0 when accepted, else the service's code, else <c>null</c>.</summary>
    public int? ErrorCode => Result.ErrorCode;

    /// <summary>The name of the error, as Get-McErrorInfo knows it.</summary>
    public string? ErrorName => Result.ErrorName;

    /// <summary>The service's words, or the client's where the service said nothing.</summary>
    public string? Message => Result.Message;

    /// <summary>The service's id of the request.</summary>
    public string? RequestId => Result.RequestId;

    /// <summary>The HTTP status of the last response; <c>null</c> without a response.</summary>
    public int? HttpStatus => Result.HttpStatus;

    /// <summary>How many times the request was sent in this run.</summary>
    public int Attempts => Result.Attempts;

    /// <summary>When the last attempt began; <c>null</c> if nothing was sent.</summary>
    public DateTimeOffset? SentAt => Result.SentAt;

    /// <summary>Whether the outcome was read from the journal of an earlier run.</summary>
    public bool FromJournal => Result.FromJournal;

    /// <summary>The recipient's place in the input, from 1.</summary>
    public long Index => Result.Index;

    /// <summary>How many rows of other shards its run had passed over when this result was written.</summary>
    public long OtherShards => Result.OtherShards;

    private protected RecipientResult Result { get; }

    /// <summary>The message key and the outcome.</summary>
    public sealed override string ToString() => Result.ToString();
}
