namespace McMessaging;

/// <summary>
/// Where an error code or name turns up. The same number can mean different things on different levels.
/// </summary>
public enum ErrorLevel
{
    /// <summary>
    /// The response to a send or to a change of a definition, for the whole request or for one recipient.
    /// </summary>
    Response,

    /// <summary>The response of any REST route.</summary>
    Rest,

    /// <summary>An HTTP status without a code of the service.</summary>
    Http,

    /// <summary>The status code of a message that was taken and not sent.</summary>
    Subscriber,

    /// <summary>The status code of an SMS on its way to the phone.</summary>
    SmsDelivery,

    /// <summary>The response to an Email Studio triggered send.</summary>
    Triggered,

    /// <summary>This client's own name, where the service gave no code.</summary>
    Client,
}
