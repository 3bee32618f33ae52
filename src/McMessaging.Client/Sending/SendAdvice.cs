using McMessaging.Errors;

namespace McMessaging.Sending;

/// <summary>What to do about recipients that were not accepted, in words for people.</summary>
internal static class SendAdvice
{
    public const string OnFailed = "They were not sent. Fix the cause, then send them again.";

    private const string OnlyUnderRunId =
        "what was taken under that run id is not sent twice. Without it, the message goes to everybody again.";

    public static string GiveRunId(string runId) =>
        $"Give the next run -RunId '{runId}', and a triggered send its journal: {OnlyUnderRunId}";

    // Without a journal -ResendUnknown has nothing to go by. The keys that a run id gives are the same without one.
    public static string OnUnknown(RunError kind, RunName run)
    {
        if (kind.Results[0].Channel == MessageChannel.Triggered)
        {
            return "They may have been sent, and a triggered send is not repeated by itself. "
                + (run.HasJournal
                    ? "Check the account first; to send again nevertheless, run the same command with its journal, "
                        + $"-RunId '{run.Id}' and -ResendUnknown."
                    : "This run had no journal, so the same command would send to everybody again. Check the account "
                        + "first; to send again nevertheless, send to these recipients only.");
        }

        if (kind.Results.All(result => result.FromJournal))
        {
            return "They may have been sent, too long ago to be repeated safely. Check the message status first; to "
                + $"send again nevertheless, run the same command with -RunId '{run.Id}' and -ResendUnknown.";
        }

        return run.HasJournal
            ? $"They may have been sent. Run the same command with its journal and -RunId '{run.Id}' again within 48 "
                + "hours: nobody is sent the message twice. After that, check the message status first; only "
                + "-ResendUnknown sends again then, possibly for a second time."
            : "They may have been sent, and this run had no journal. Run the same command with "
                + $"-RunId '{run.Id}' within 48 hours: its message keys are the same, and the service takes each only "
                + "once. After that, check the message status before you send again.";
    }

    public static string OnRejected(RunError kind, RunName run)
    {
        if (kind.Codes.Keys.All(code => code.Code == ServiceCodes.DuplicateMessageKey))
        {
            return "The service has already had their message keys. If these are other messages, give each a key of "
                + "its own or none; a journal does not send them again with the same keys.";
        }

        // Whoever corrects the input itself has another file, which may be another run: all are sent to again.
        return run.RejectedPath is not null
            ? $"Correct the rows in '{run.RejectedPath}' and send that file, not the whole input; the same data would "
                + "be refused again. Get-McErrorInfo explains the codes."
            : "Correct the data and send them again; the same data would be refused again. With a journal, that takes "
                + $"-RunId '{run.Id}' and -RetryRejected. Get-McErrorInfo explains the codes.";
    }

    /// <param name="run">The run.</param>
    /// <param name="deferral">Why the rest of the run must be sent later, if it must.</param>
    public static string OnStopped(RunName run, McException? deferral) =>
        deferral is null
            ? $"Run the same command with -RunId '{run.Id}' again to send them: {OnlyUnderRunId}"
            : $"{deferral.RecommendedAction} {GiveRunId(run.Id)}";
}
