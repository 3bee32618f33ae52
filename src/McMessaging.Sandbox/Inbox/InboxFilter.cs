using System.Globalization;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>
/// Which messages the inbox shows: those of a channel, of a definition, accepted or not, with a code, with a text.
/// What is empty or not given matches every message.
/// </summary>
internal sealed record InboxFilter(string Channel, string Text)
{
    private const string Accepted = "accepted";
    private const string Rejected = "rejected";

    public string Definition { get; private init; } = "";

    /// <summary>accepted, rejected or empty.</summary>
    public string Outcome { get; private init; } = "";

    /// <summary>The service's code of a refusal; null when any will do.</summary>
    public int? Code { get; private init; }

    public static InboxFilter From(IReadOnlyDictionary<string, string> query) => new(
        query.GetValueOrDefault("channel", "").Trim(),
        query.GetValueOrDefault("q", "").Trim())
    {
        Definition = query.GetValueOrDefault("definition", "").Trim(),
        Outcome = query.GetValueOrDefault("outcome", "").Trim().ToLowerInvariant(),
        Code = int.TryParse(
            query.GetValueOrDefault("code"), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null,
    };

    public bool Matches(SandboxMessage message) =>
        (Channel.Length == 0 || message.Channel.Equals(Channel, StringComparison.OrdinalIgnoreCase))
        && (Definition.Length == 0 || message.DefinitionKey == Definition)
        && (Outcome.Length == 0 || Outcome == (message.Accepted ? Accepted : Rejected))
        && (Code is null || message.ErrorCode == Code)
        && (Text.Length == 0 || HasText(message));

    // Asked of 100,000 messages for one page: nothing is allocated.
    private bool HasText(SandboxMessage message)
    {
        if (IsIn(message.To) || IsIn(message.ContactKey) || IsIn(message.MessageKey) || IsIn(message.DefinitionKey)
            || IsIn(message.Error) || IsIn(message.Text))
        {
            return true;
        }

        foreach ((var name, var value) in message.Attributes)
        {
            if (IsIn(value) || IsIn(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(string? text) => text is not null && text.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
