namespace McMessaging.Sandboxing.Channels;

internal static class ChannelNames
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string Triggered = "triggered";
}
