namespace McMessaging.Sandboxing.Inbox;

/// <summary>Which messages the inbox shows: those of a channel, those which hold a text.</summary>
internal sealed record InboxFilter(string Channel, string Text)
{
    public static InboxFilter From(IReadOnlyDictionary<string, string> query) => new(
        query.GetValueOrDefault("channel", "").Trim(),
        query.GetValueOrDefault("q", "").Trim());

    public bool Matches(SandboxMessage message) =>
        (Channel.Length == 0 || message.Channel.Equals(Channel, StringComparison.OrdinalIgnoreCase))
        && (Text.Length == 0 || Texts(message).Any(text => text.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(SandboxMessage message) =>
    [
        message.DefinitionKey, message.MessageKey, message.ContactKey, message.To ?? "", message.Error ?? "",
        .. message.Attributes.Keys, .. message.Attributes.Values,
    ];
}
