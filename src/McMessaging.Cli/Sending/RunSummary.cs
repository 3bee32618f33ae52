using System.Globalization;
using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>The summaries of a send and of a dry run.</summary>
internal static class RunSummary
{
    /// <param name="run">What the run came to.</param>
    /// <param name="isKept">Whether <c>--output</c> has every result.</param>
    /// <param name="rejected">The file of the rows that were not taken, if it was asked for.</param>
    public static Summary OfSend(RunResult run, bool isKept, string? rejected = null)
    {
        var outcomes = run.Results.Outcomes;
        List<SummaryRow> rows =
        [
            new("Recipients", run.Count),
            new("Accepted", outcomes[SendOutcome.Accepted]),
            .. Enum.GetValues<SendOutcome>()
                .Where(outcome => outcome != SendOutcome.Accepted && outcomes[outcome] > 0)
                .Select(outcome => new SummaryRow(Label(outcome), outcomes[outcome])),
        ];
        if (outcomes.Total < run.Count)
        {
            rows.Add(new("Not begun", run.Count - outcomes.Total));
        }

        rows.AddRange(OtherShards(run));
        if (run.Sent is { } sent)
        {
            rows.AddRange([new("Requests", sent.Requests), new("Retries", sent.Retries)]);
            if (sent.RecipientsPerMinute is { } most)
            {
                rows.Add(new("At most a minute", most));
            }
        }

        rows.Add(new("Elapsed", string.Create(CultureInfo.InvariantCulture, $"{run.Elapsed.TotalSeconds:0.0} s")));

        List<string> notes = [.. run.Results.Errors.Select(error => $"{Note(error)} (recipient {error.Value.Places})")];
        if (notes.Count > 0 && !isKept)
        {
            notes.Add("Add --output FILE to keep the result of every recipient.");
        }

        if (rejected is not null && LinkEnd.Of(rejected) is { Exists: true, Length: > 0 })
        {
            notes.Add($"Rows that were not taken: {rejected}");
        }

        notes.AddRange(Told(run));
        return new Summary(Title(run), rows, notes);
    }

    public static Summary OfDryRun(RunResult run) => new(
        "Dry run: nothing was sent",
        [
            new("Requests", run.Previews.Requests),
            new("Recipients", run.Previews.Recipients),
            new("Bytes", run.Previews.Bytes),
            new("Largest request", run.Previews.LargestBody),
            new("Rejected", run.Results.Outcomes.Total),
            new("Without address", run.Sent?.WithoutAddress ?? 0),
            .. OtherShards(run),
        ],
        [
            .. run.Results.Errors.Select(error => $"{Note(error)} (recipient {error.Value.Places})"),
            .. Told(run),
            .. run.Failure is null
                ? Array.Empty<string>()
                : ["These are the counts up to the error below."],
        ]);

    private static IEnumerable<SummaryRow> OtherShards(RunResult run) =>
        run.OtherShards == 0 ? [] : [new("Other shards", run.OtherShards)];

    private static IEnumerable<string> Told(RunResult run) => run.Sent?.Notes() ?? [];

    private static string Title(RunResult run) =>
        run.IsInterrupted ? "Interrupted" : run.Failure is null ? "Sent" : "Ended early";

    private static string Note(KeyValuePair<ResultError, ErrorCount> error) =>
        $"{CountWords.Number(error.Value.Count)} x {error.Key}";

    private static string Label(SendOutcome outcome) =>
        outcome == SendOutcome.AlreadyAccepted ? "Already accepted" : outcome.ToString();
}
