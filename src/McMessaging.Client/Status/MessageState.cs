namespace McMessaging;

/// <summary>What has become of a message that the service took.</summary>
public enum MessageState
{
    /// <summary>The service said nothing that can be told.</summary>
    Unknown,

    /// <summary>Not processed yet. Messages of an inactive definition stay so, for up to three days.</summary>
    Queued,

    /// <summary>Handed to the mail or SMS provider. Final; says nothing of the delivery.</summary>
    Sent,

    /// <summary>
    /// Not sent, with a code that says why. Final, but for 25: the subscriber is blacked out, and the service sends the
    /// message later.
    /// </summary>
    NotSent,
}
