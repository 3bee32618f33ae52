namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>What the tests send and define.</summary>
internal static class Make
{
    public static SendDefinitionChange Definition(MessageChannel channel, string name) =>
        channel == MessageChannel.Email
            ? new()
            {
                Name = name,
                CustomerKey = "asset",
                List = "All Subscribers",
                TrackLinks = false,
                Cc = new[] { "cc@example.com" },
            }
            : new()
            {
                Name = name,
                Message = "Your code",
                ShortCode = "86288",
                CountryCode = "",
                Keyword = "CODE",
            };

    public static SendDefinitionChange Inactive(MessageChannel channel, string name) =>
        Definition(channel, name) with { Status = DefinitionStatus.Inactive };

    public static SendOptions Send(MessageChannel channel, string definitionKey = "running") =>
        new() { Channel = channel, DefinitionKey = definitionKey, MaxRetryCount = 1 };

    public static Recipient Recipient(MessageChannel channel, string messageKey, string? contactKey = null) => new()
    {
        ContactKey = contactKey ?? "ada",
        To = channel == MessageChannel.Sms ? "15555551234" : "ada@example.com",
        MessageKey = messageKey,
    };

    /// <summary>A recipient whose message the sandbox takes and does not send.</summary>
    public static Recipient Undeliverable(MessageChannel channel, string messageKey) =>
        Recipient(channel, messageKey, "notsent-ada");

    public static Recipient Malformed(MessageChannel channel, string messageKey) => new()
    {
        ContactKey = "ada",
        To = channel == MessageChannel.Sms ? "no number" : "no address",
        MessageKey = messageKey,
    };
}
