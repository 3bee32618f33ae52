namespace McMessaging.Status;

/// <summary>
/// Reads states as the service writes them: <c>TransactionalSendEvents.SMSSent</c> in responses, <c>…SmsSent</c> in
/// notifications.
/// </summary>
internal static class EventCategory
{
    public static MessageState StateOf(string? eventCategoryType) => eventCategoryType switch
    {
        null => MessageState.Unknown,
        _ when Is(eventCategoryType, "NotSent") => MessageState.NotSent,
        _ when Is(eventCategoryType, "Sent") => MessageState.Sent,
        _ when Is(eventCategoryType, "Queued") => MessageState.Queued,
        _ => MessageState.Unknown,
    };

    private static bool Is(string eventCategoryType, string state) =>
        eventCategoryType.EndsWith(state, StringComparison.OrdinalIgnoreCase);
}
