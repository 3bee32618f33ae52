using System.Globalization;
using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>The summaries of a send and of a dry run.</summary>
internal static class ReportSummary
{
    /// <param name="report">What the run came to.</param>
    /// <param name="isKept">Whether <c>--output</c> has every result.</param>
    public static Summary OfSend(SendReport report, bool isKept)
    {
        var results = report.Results;
        List<KeyValuePair<string, string>> rows =
        [
            Row("Recipients", report.Count),
            Row("Accepted", results[SendOutcome.Accepted]),
            .. Enum.GetValues<SendOutcome>()
                .Where(outcome => outcome != SendOutcome.Accepted && results[outcome] > 0)
                .Select(outcome => Row(Label(outcome), results[outcome])),
        ];
        if (results.Total < report.Count)
        {
            rows.Add(Row("Not begun", report.Count - results.Total));
        }

        if (report.Sent is { } sent)
        {
            rows.AddRange([Row("Requests", sent.Requests), Row("Retries", sent.Retries)]);
        }

        rows.Add(new("Elapsed", $"{Text(report.Elapsed.TotalSeconds, "0.0")} s"));

        List<string> notes = [.. results.Errors.Select(error => $"{Note(error)} (recipient {error.Value.Places})")];
        if (notes.Count > 0 && !isKept)
        {
            notes.Add("Add --output FILE to keep the result of every recipient.");
        }

        return new Summary(Title(report), rows, notes);
    }

    public static Summary OfDryRun(SendReport report) => new(
        "Dry run: nothing was sent",
        [
            Row("Requests", report.Previews.Requests),
            Row("Recipients", report.Previews.Recipients),
            Row("Bytes", report.Previews.Bytes),
            Row("Largest request", report.Previews.LargestBody),
            Row("Rejected", report.Results.Total),
        ],
        [.. report.Results.Errors.Select(Note)]);

    private static string Title(SendReport report) =>
        report.IsInterrupted ? "Interrupted" : report.Failure is null ? "Sent" : "Ended early";

    private static string Note(KeyValuePair<ResultError, ErrorCount> error) =>
        $"{Text(error.Value.Count)} x {error.Key}";

    private static string Label(SendOutcome outcome) =>
        outcome == SendOutcome.AlreadyAccepted ? "Already accepted" : outcome.ToString();

    private static KeyValuePair<string, string> Row(string label, long count) => new(label, Text(count));

    private static string Text(double value, string format = "0") =>
        value.ToString(format, CultureInfo.InvariantCulture);
}
