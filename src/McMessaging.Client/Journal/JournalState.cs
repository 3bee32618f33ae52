namespace McMessaging.Journal;

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
