namespace McMessaging;

/// <summary>What became of one recipient of a send. Every input object yields exactly one, in input order.</summary>
public record RecipientResult
{
    /// <summary>
    /// The key that tracks the message: given with the recipient, or derived before the first attempt.
    /// </summary>
    public string? MessageKey { get; init; }

    /// <summary>The recipient's contact key (subscriber key); <c>null</c> if the input had none.</summary>
    public string? ContactKey { get; init; }

    /// <summary>The address or mobile number, as given.</summary>
    public string? To { get; init; }

    /// <summary>The channel of the send.</summary>
    public MessageChannel Channel { get; init; }

    /// <summary>The definition key of the send; for a triggered send the key or id that was used.</summary>
    public string DefinitionKey { get; init; } = "";

    /// <summary>What became of the recipient.</summary>
    public SendOutcome Outcome { get; init; }

    /// <summary>
    /// 0 when accepted, else the service's code, else <c>null</c>: then <see cref="ErrorName"/> and <see
    /// cref="HttpStatus"/> say why.
    /// </summary>
    public int? ErrorCode { get; init; }

    /// <summary>The name of the error, as <c>Get-McErrorInfo</c> knows it.</summary>
    public string? ErrorName { get; init; }

    /// <summary>The service's words, or the client's where the service said nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The service's id of the request that carried this recipient.</summary>
    public string? RequestId { get; init; }

    /// <summary>The HTTP status of the last response; <c>null</c> without a response.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How many times the request was sent in this run.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last attempt began; <c>null</c> if nothing was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether the outcome was read from the journal of an earlier run.</summary>
    public bool FromJournal { get; init; }

    /// <summary>The recipient's place in the input of the run, from 1; tells apart those without a key.</summary>
    public long Index { get; init; }

    /// <summary>How many rows of other shards its run had passed over when this result was written.</summary>
    public long OtherShards { get; internal set; }

    internal string? SendId { get; init; }

    /// <summary>The message key and the outcome.</summary>
    public sealed override string ToString() =>
        OneLine.Of(ErrorName is null ? $"{MessageKey}: {Outcome}" : $"{MessageKey}: {Outcome} ({ErrorName})");
}
