namespace McMessaging.Http;

/// <summary>Where a channel's messages and definitions are, and the scopes to read and change them.</summary>
internal static class ServicePath
{
    public static string Messages(MessageChannel channel) => $"messaging/v1/{Name(channel)}/messages/";

    public static string Message(MessageChannel channel, string messageKey) =>
        Messages(channel) + PathKey.EscapeToAsk(messageKey, "message key");

    public static string Definitions(MessageChannel channel) => $"messaging/v1/{Name(channel)}/definitions";

    public static string Definition(MessageChannel channel, string definitionKey) =>
        $"{Definitions(channel)}/{PathKey.Escape(definitionKey, "definition key")}";

    public static string ReadScope(MessageChannel channel) => Name(channel) + "_read";

    public static string WriteScope(MessageChannel channel) => Name(channel) + "_write";

    private static string Name(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "email",
        MessageChannel.Sms => "sms",
        _ => throw new McException(
            "ChannelNotSupported",
            McErrorCategory.InvalidArgument,
            "Only the channels Email and Sms have definitions, queues and message states.",
            "Give Email or Sms. For a triggered send, ask for its delivery record: Get-McTriggeredSendStatus."),
    };
}
