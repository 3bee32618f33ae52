using McMessaging.Errors;

namespace McMessaging.Sending;

/// <summary>What to do about recipients that were not taken, in words for people.</summary>
internal static class SendAdvice
{
    public static string OnUnknown(RunError kind, string runId)
    {
        if (kind.Results[0].Channel == MessageChannel.Triggered)
        {
            return "They may have been sent, and a triggered send is not repeated by itself. Look at the account "
                + "first; to send again all the same, run the command with its journal, "
                + $"-RunId '{runId}' and -ResendUnknown.";
        }

        return kind.Results.All(result => result.FromJournal)
            ? "They may have been sent, too long ago to be repeated safely. Look at the message status first; to send "
                + $"again all the same, run the same command with -RunId '{runId}' and -ResendUnknown."
            : $"They may have been sent. With a journal, run the same command with -RunId '{runId}' again within 48 "
                + "hours; else look at the message status before you send again.";
    }

    public static string OnRejected(RunError kind, string runId, string? rejectedPath)
    {
        if (kind.Codes.Keys.All(code => code.Code == ServiceCodes.DuplicateMessageKey))
        {
            return "The service has had their message keys already. If these are other messages, give each a key of "
                + "its own or none; a journal does not send them again with the same keys.";
        }

        // Whoever corrects the input itself has another file, which may be another run: all are sent to again.
        return rejectedPath is not null
            ? $"Correct the rows in '{rejectedPath}' and send that file, not the whole input; the same data is refused "
                + "again. Get-McErrorInfo explains the codes."
            : "Correct the data and send them again; the same data is refused again. With a journal, that takes "
                + $"-RunId '{runId}' and -RetryRejected. Get-McErrorInfo explains the codes.";
    }
}
