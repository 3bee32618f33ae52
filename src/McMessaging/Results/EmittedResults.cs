namespace McMessaging.Commands;

/// <summary>Makes what the cmdlets emit of what the engine found out.</summary>
internal static class EmittedResults
{
    public static SendResult[] ToEmitted(this IReadOnlyList<RecipientResult> results)
    {
        var emitted = new SendResult[results.Count];
        for (var i = 0; i < emitted.Length; i++)
        {
            emitted[i] = results[i] is TriggeredResult triggered
                ? new TriggeredSendResult(triggered)
                : new SendResult(results[i]);
        }

        return emitted;
    }
}
