namespace McMessaging.Commands;

/// <summary>Makes what the cmdlets emit of what the engine found out.</summary>
internal static class EmittedResults
{
    public static SendResult[] ToEmitted(this IReadOnlyList<RecipientResult> results) =>
        [.. results.Select(result => result is TriggeredResult triggered
            ? new TriggeredSendResult(triggered)
            : new SendResult(result))];
}
