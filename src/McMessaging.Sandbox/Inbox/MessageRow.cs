namespace McMessaging.Sandboxing.Inbox;

/// <summary>A message in the list.</summary>
internal sealed record MessageRow(
    long Number,
    DateTimeOffset ReceivedAt,
    string Channel,
    string DefinitionKey,
    string MessageKey,
    string ContactKey,
    string? To,
    string Outcome,
    int ErrorCode,
    string? Error,
    string? Fault,
    string Preview)
{
    private const int LongestPreview = 160;
    private const int LongestText = 120;

    public static string OutcomeOf(SandboxMessage message) => message.Accepted ? "Accepted" : "Rejected";

    public static MessageRow Of(SandboxMessage message) => new(
        message.Sequence,
        message.ReceivedAt,
        message.Channel,
        Cut(message.DefinitionKey, LongestText)!,
        Cut(message.MessageKey, LongestText)!,
        Cut(message.ContactKey, LongestText)!,
        Cut(message.To, LongestText),
        OutcomeOf(message),
        message.ErrorCode,
        Cut(message.Error, LongestPreview),
        message.Fault,
        Cut(PreviewOf(message), LongestPreview)!);

    private static string PreviewOf(SandboxMessage message) =>
        message.Text is { } text
            ? SmsText.Personalize(text, message.Attributes)
            : string.Join(" · ", message.Attributes.Take(10).Select(
            attribute => $"{Cut(attribute.Key, LongestText)}: {Cut(attribute.Value, LongestText)}"));

    private static string? Cut(string? text, int length) =>
        text?.Length > length ? text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…" : text;
}
