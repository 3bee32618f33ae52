using System.Globalization;

namespace McMessaging.Cli.Output;

/// <summary>The summaries of a send and of a dry run.</summary>
internal static class SendSummaryText
{
    /// <param name="tally">The results.</param>
    /// <param name="count">The recipients of the input.</param>
    /// <param name="sent">What the operation counted; <c>null</c> if it ended early.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="hasOutput">Whether every result is kept.</param>
    public static Summary OfSend(ResultTally tally, long count, SendSummary? sent, TimeSpan elapsed, bool hasOutput)
    {
        List<KeyValuePair<string, string>> rows =
        [
            Row("Recipients", count),
            Row("Accepted", tally[SendOutcome.Accepted]),
            .. Enum.GetValues<SendOutcome>()
                .Where(outcome => outcome != SendOutcome.Accepted && tally[outcome] > 0)
                .Select(outcome => Row(Label(outcome), tally[outcome])),
        ];
        if (tally.Total < count) rows.Add(Row("Not begun", count - tally.Total));
        if (sent is not null) rows.AddRange([Row("Requests", sent.Requests), Row("Retries", sent.Retries)]);
        rows.Add(new("Elapsed", $"{Text(elapsed.TotalSeconds, "0.0")} s"));

        List<string> notes = [.. tally.Errors.Select(Note)];
        if (notes.Count > 0 && !hasOutput) notes.Add("Add --output FILE to keep the result of every recipient.");
        return new Summary("Sent", rows, notes);
    }

    public static Summary OfDryRun(PreviewTally preview, ResultTally rejected) => new(
        "Dry run: nothing was sent",
        [
            Row("Requests", preview.Requests),
            Row("Recipients", preview.Recipients),
            Row("Bytes", preview.Bytes),
            Row("Largest request", preview.LargestBody),
            Row("Rejected", rejected.Total),
        ],
        [.. rejected.Errors.Select(Note)]);

    private static string Note(KeyValuePair<ResultError, ErrorCount> error) =>
        $"{Text(error.Value.Count)} x {error.Key} (recipient {error.Value.Places})";

    private static string Label(SendOutcome outcome) =>
        outcome == SendOutcome.AlreadyAccepted ? "Already accepted" : outcome.ToString();

    private static KeyValuePair<string, string> Row(string label, long count) => new(label, Text(count));

    private static string Text(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);
}
