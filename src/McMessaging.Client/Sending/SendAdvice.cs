using McMessaging.Errors;

namespace McMessaging.Sending;

/// <summary>What to do about recipients that were not accepted, in words for people.</summary>
internal static class SendAdvice
{
    private const string OnlyUnderRunId =
        "what was taken under that run id is not sent twice. Without it, the message goes to everybody again.";

    private const string OnlyToThese =
        "This run had no journal, so the same command would send to everybody again: send to those only who were not "
            + "sent to.";

    /// <summary>How the next run keeps from sending again what this one sent, or may have sent.</summary>
    public static string OnNextRun(RunName run) => run switch
    {
        { HasJournal: true } => $"Give the next run its journal and -RunId '{run.Id}': {OnlyUnderRunId}",
        { Channel: MessageChannel.Triggered } => OnlyToThese,
        _ => $"Give the next run -RunId '{run.Id}': {OnlyUnderRunId}",
    };

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

    public static string OnFailed(RunName run, SendSummary summary)
    {
        const string Again = "They were not sent. Fix the cause, then send them again.";
        return run.HasJournal || summary.MaySendTwice() ? $"{Again} {OnNextRun(run)}" : Again;
    }

    public static string OnRejected(RunError kind, RunName run, SendSummary summary)
    {
        if (kind.Codes.Keys.All(code => code.Code == ServiceCodes.DuplicateMessageKey))
        {
            return "Their message keys were used before, in this input or in an earlier send. If these are other "
                + "messages, give each a key of its own"
                + (run.HasJournal ? "; a journal does not send them again with the same keys." : ".");
        }

        // A run that sent nothing leaves no journal, and the next one may begin it; so does -WhatIf.
        var hasBegun = summary.Requests > 0 || summary.MaySendTwice() || kind.Results.Any(result => result.FromJournal);
        var isNoted = run.HasJournal && hasBegun;
        var underItsRun = isNoted ? $" with the journal and -RunId '{run.Id}'" : "";
        var correct = CorrectAfterTheEnd(run);
        // Whoever corrects the input itself has another file, which may be another run: all are sent to again.
        var action = run switch
        {
            { IsPreview: true } => "Correct the data before you send; they would be refused.",
            { IsCutShort: true, HasJournal: false, RejectedPath: not null, Channel: not MessageChannel.Triggered } =>
                $"{correct} the rows in the new file and send that one, not the whole input; the same data would be "
                    + "refused again.",
            { RejectedPath: { } path } =>
                $"{correct} the rows in '{path}' and send that file{underItsRun}, not the whole input; the same data "
                    + "would be refused again.",
            _ when isNoted =>
                $"{correct} the data and send them again with the journal, -RunId '{run.Id}' and -RetryRejected; the "
                    + "same data would be refused again.",
            _ when summary.MaySendTwice() =>
                $"{correct} the data and send to these recipients only, not to the whole input; the same data would "
                    + "be refused again.",
            _ => $"{correct} the data and send again; the same data would be refused again.",
        };
        return action + " Get-McErrorInfo explains the codes.";
    }

    // What was not read is in no file: it comes first, and nobody may get a second message on the way.
    private static string CorrectAfterTheEnd(RunName run) => run switch
    {
        { IsCutShort: false } or { HasJournal: false, Channel: MessageChannel.Triggered } => "Correct",
        { HasJournal: true } => "First run the same command again, to the end of the input. Then correct",
        { RejectedPath: null } =>
            $"First run the same command again with -RunId '{run.Id}', to the end of the input. Then correct",
        _ => $"First run the same command again with -RunId '{run.Id}' and another -RejectedPath, to the end of the "
            + "input. Then correct",
    };

    /// <param name="run">The run.</param>
    /// <param name="summary">The counts of the run.</param>
    /// <param name="deferral">Why the rest of the run must be sent later, if it must.</param>
    public static string OnStopped(RunName run, SendSummary summary, McException? deferral)
    {
        var again = (deferral, run) switch
        {
            ({ } cause, _) => cause.RecommendedAction,
            (_, { IsPreview: true }) => "Run the same command again to see them.",
            (_, { IsCutShort: true }) => "Run the same command again to send them and what was not read yet.",
            _ => "Run the same command again to send them.",
        };
        if (run.IsPreview || !(run.HasJournal || summary.MaySendTwice()))
        {
            return again;
        }

        return deferral is null && !run.HasJournal && run.Channel == MessageChannel.Triggered
            ? OnNextRun(run)
            : $"{again} {OnNextRun(run)}";
    }

    /// <summary>Whether a second run of the same input could send somebody the message once more.</summary>
    public static bool MaySendTwice(this SendSummary summary) =>
        summary.Accepted + summary.AlreadyAccepted + summary.Unknown > 0;
}
