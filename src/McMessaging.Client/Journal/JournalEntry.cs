namespace McMessaging.Journal;

/// <summary>What a journal knows of one message key.</summary>
/// <param name="State">The last outcome.</param>
/// <param name="FirstSentAt">
/// When it was first sent with an outcome that is still open; the age of an unknown one counts from here.
/// </param>
/// <param name="ErrorCode">The service's code.</param>
/// <param name="ErrorName">The name of the error.</param>
/// <param name="HttpStatus">The HTTP status.</param>
/// <param name="RequestId">The service's id of the request.</param>
/// <param name="RecipientSendId">The service's id of a triggered send.</param>
internal readonly record struct JournalEntry(
    JournalState State,
    DateTimeOffset FirstSentAt,
    int? ErrorCode = null,
    string? ErrorName = null,
    int? HttpStatus = null,
    string? RequestId = null,
    string? RecipientSendId = null);

/// <summary>What a journal says of a message key.</summary>
internal enum JournalState
{
    /// <summary>It was about to be sent, and no outcome followed; or the outcome stayed unknown.</summary>
    InFlight,

    /// <summary>The service took it.</summary>
    Accepted,

    /// <summary>The service refused it.</summary>
    Rejected,

    /// <summary>It was certainly not taken.</summary>
    NotTaken,
}
