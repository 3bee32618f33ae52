using System.Globalization;

namespace McMessaging.Commands;

/// <summary>What is told of a whole run, beside its results and errors.</summary>
internal static class RunNotes
{
    /// <summary>A warning of rows that came more than once; <c>null</c> if there are none.</summary>
    public static string? OfRepeats(long repeats) => repeats switch
    {
        0 => null,
        1 => "1 recipient repeats a contact key and address that came before. It is a message of its own.",
        _ => $"{CountWords.Recipients(repeats)} repeat a contact key and address that came before. "
            + "Each is a message of its own.",
    };

    /// <summary>A warning of recipients that another run with this id sent to; <c>null</c>: there are none.</summary>
    public static string? OfTakenElsewhere(long taken) => taken switch
    {
        0 => null,
        1 => "1 recipient was taken earlier under this run id; a new send needs a new run id.",
        _ => $"{CountWords.Recipients(taken)} were taken earlier under this run id; a new send needs a new run id.",
    };

    /// <summary>A warning of an earlier file of rejected rows that is kept; <c>null</c>: there is none.</summary>
    public static string? OfEarlierRejected(string? path) => path is null
        ? null
        : $"The earlier file of rejected rows may hold corrections; it is kept as '{path}'.";

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
        var place = journal is null
            ? rejected is null ? "Without -JournalPath, nothing else keeps what was in flight." : "There is no journal."
            : $"The journal '{journal}' has them: run the same command again to send the rest.";
        var file = rejected is null ? "" : $" '{rejected}' has the rows that were read and not taken.";
        return $"{command} was stopped: {string.Join(", ", parts)}. {place}{file}";
    }
}
