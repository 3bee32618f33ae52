namespace McMessaging.Errors.Tables;

/// <summary>The channels that an error turns up with.</summary>
internal static class ErrorChannels
{
    public static readonly MessageChannel[] Email = [MessageChannel.Email];
    public static readonly MessageChannel[] Sms = [MessageChannel.Sms];
    public static readonly MessageChannel[] Triggered = [MessageChannel.Triggered];
    public static readonly MessageChannel[] Messages = [MessageChannel.Email, MessageChannel.Sms];
    public static readonly MessageChannel[] All = [MessageChannel.Email, MessageChannel.Sms, MessageChannel.Triggered];
}
