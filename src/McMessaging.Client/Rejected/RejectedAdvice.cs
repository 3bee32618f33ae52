using McMessaging.Errors;

namespace McMessaging.Rejected;

/// <summary>What to do about a rejected row, in words for people.</summary>
internal static class RejectedAdvice
{
    public static string Of(SendOutcome outcome, RecipientResult result) => outcome switch
    {
        SendOutcome.Unknown when result.Channel == MessageChannel.Triggered =>
            "It may have been sent. Look at the account first; it is sent again only with -ResendUnknown.",
        SendOutcome.Unknown =>
            "It may have been sent. Send this row again within 48 hours of McSentAt: it keeps its message key, so that "
                + "it is not sent twice. Later it is sent only with -ResendUnknown.",
        SendOutcome.Rejected => OfCode(result) ?? "Correct the data, then send this row again.",
        SendOutcome.Failed => "It was not sent. Fix the cause, then send this row again.",
        _ => "It was not sent. Send this row again.",
    };

    private static string? OfCode(RecipientResult result)
    {
        var entries = result.ErrorCode is { } code ? ErrorCatalogue.Find(code)
            : result.ErrorName is { } name ? ErrorCatalogue.Find(name)
            : [];
        return entries.Count > 0 ? entries[0].RecommendedAction : null;
    }
}
