using System.Globalization;

namespace McMessaging.Commands;

/// <summary>What is told of a run that was stopped.</summary>
internal static class RunNotes
{
    /// <summary>What was left when a run was stopped, where to look, and how to go on.</summary>
    public static string OfStop(StoppedRun run)
    {
        (SendOutcome Outcome, string Words)[] left =
        [
            (SendOutcome.Unknown, "in flight, with an unknown outcome"),
            (SendOutcome.Failed, "failed"),
            (SendOutcome.Rejected, "rejected"),
            (SendOutcome.Cancelled, "not sent"),
        ];
        var outcomes = run.Outcomes;
        var parts = left
            .Where(part => outcomes[part.Outcome] > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{outcomes[part.Outcome]:N0} {part.Words}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{outcomes.TotalAccepted:N0} accepted"));
        var file = run.Rejected is null ? "" : $" '{run.Rejected}' has the rows that were read and not taken.";
        return $"{run.Command} was stopped: {string.Join(", ", parts)}.{NextRun(run)}{file}";
    }

    private static string NextRun(StoppedRun run) => run switch
    {
        { Journal: { } journal } => $" The journal '{journal}' has them: run the same command again to send the rest.",
        _ when run.Outcomes.TotalAccepted + run.Outcomes[SendOutcome.Unknown] == 0 => "",
        { RunId: null } => " There is no journal: the same command would send to everybody again.",
        _ => $" To send the rest, run the same command again with -RunId '{run.RunId}'"
            + (run.Rejected is null ? "" : " and another -RejectedPath")
            + ": there is no journal, and without this run id the message goes to everybody again.",
    };
}
