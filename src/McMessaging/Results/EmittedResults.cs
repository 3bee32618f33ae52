namespace McMessaging.Commands;

/// <summary>Makes what the cmdlets emit of what the engine found out.</summary>
internal static class EmittedResults
{
    public static SendResult[] ToEmitted(this IReadOnlyList<RecipientResult> results)
    {
        var emitted = new SendResult[results.Count];
        for (var i = 0; i < emitted.Length; i++)
        {
            emitted[i] = ToEmitted(results[i]);
        }

        return emitted;
    }

    private static SendResult ToEmitted(RecipientResult result)
    {
        var emitted = result is TriggeredResult triggered
            ? new TriggeredSendResult { RecipientSendId = triggered.RecipientSendId }
            : new SendResult();
        return emitted with
        {
            MessageKey = result.MessageKey,
            ContactKey = result.ContactKey,
            To = result.To,
            Channel = result.Channel.ToString(),
            DefinitionKey = result.DefinitionKey,
            Outcome = result.Outcome.ToString(),
            ErrorCode = result.ErrorCode,
            ErrorName = result.ErrorName,
            Message = result.Message,
            RequestId = result.RequestId,
            HttpStatus = result.HttpStatus,
            Attempts = result.Attempts,
            SentAt = result.SentAt,
            FromJournal = result.FromJournal,
            Index = result.Index,
        };
    }
}
