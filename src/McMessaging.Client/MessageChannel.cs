namespace McMessaging;

/// <summary>The kind of message, and with it the endpoint.</summary>
public enum MessageChannel
{
    /// <summary>Transactional email: <c>/messaging/v1/email/messages</c>.</summary>
    Email,

    /// <summary>Transactional SMS: <c>/messaging/v1/sms/messages</c>.</summary>
    Sms,

    /// <summary>Email Studio triggered send: <c>/messaging/v1/messageDefinitionSends/…/send</c>.</summary>
    Triggered,
}
