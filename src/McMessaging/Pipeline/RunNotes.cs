using System.Globalization;

namespace McMessaging.Commands;

/// <summary>What is told of a run that was stopped.</summary>
internal static class RunNotes
{
    /// <summary>What was left when a run was stopped, and where to look.</summary>
    public static string OfStop(string command, OutcomeCounts outcomes, string? journal, string? rejected)
    {
        (SendOutcome Outcome, string Words)[] left =
        [
            (SendOutcome.Unknown, "in flight, with an unknown outcome"),
            (SendOutcome.Failed, "failed"),
            (SendOutcome.Rejected, "rejected"),
            (SendOutcome.Cancelled, "not sent"),
        ];
        var parts = left
            .Where(part => outcomes[part.Outcome] > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{outcomes[part.Outcome]:N0} {part.Words}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{outcomes.TotalAccepted:N0} accepted"));
        var place = (journal, outcomes.TotalAccepted + outcomes[SendOutcome.Unknown]) switch
        {
            (not null, _) => $" The journal '{journal}' has them: run the same command again to send the rest.",
            (null, 0) => "",
            _ when rejected is null => " Without -JournalPath, nothing else keeps what was in flight.",
            _ => " There is no journal.",
        };
        var file = rejected is null ? "" : $" '{rejected}' has the rows that were read and not taken.";
        return $"{command} was stopped: {string.Join(", ", parts)}.{place}{file}";
    }
}
