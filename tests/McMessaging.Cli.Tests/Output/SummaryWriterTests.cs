using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;

namespace McMessaging.Cli.Tests.Output;

public sealed class SummaryWriterTests
{
    [Fact]
    public void A_summary_accounts_for_every_recipient()
    {
        var tally = new ResultCounters();
        foreach (var outcome in Enum.GetValues<SendOutcome>())
        {
            tally.Add(new RecipientResult { Outcome = outcome });
        }

        var report = Report(tally, 8) with { Elapsed = TimeSpan.FromSeconds(1.26) };
        var summary = RunSummary.OfSend(report, isKept: true);

        Assert.Equal(
            [
                "Recipients 8", "Accepted 1", "Already accepted 1", "Rejected 1", "Failed 1", "Unknown 1",
                "Cancelled 1", "Not begun 2", "Elapsed 1.3 s",
            ],
            summary.Rows.Select(row => $"{row.Label} {row.Value}"));
    }

    [Fact]
    public void Errors_are_counted_by_what_they_are_with_the_first_recipients_concerned()
    {
        var tally = new ResultCounters();
        for (var i = 1; i <= 20; i++)
        {
            tally.Add(i % 3 == 0
                ? new RecipientResult
                {
                    Outcome = SendOutcome.Rejected,
                    ErrorCode = 109106,
                    ErrorName = "MissingTo",
                    Index = i,
                }
                : new RecipientResult { Index = i });
        }

        tally.Add(new RecipientResult { Outcome = SendOutcome.Failed, ErrorName = "CouldNotConnect", Index = 21 });

        var summary = RunSummary.OfSend(Report(tally, 21), isKept: false);

        Assert.Equal(
            [
                "6 x Rejected 109106 MissingTo (recipient 3, 6, 9, 12, 15, …)",
                "1 x Failed CouldNotConnect (recipient 21)",
                "Add --output FILE to keep the result of every recipient.",
            ],
            summary.Notes);
    }

    [Fact]
    public void The_title_tells_how_it_ended()
    {
        var report = Report(new ResultCounters(), 1);
        var failure = new McException("Id", McErrorCategory.WriteError, "What.", "Do.");

        Assert.Equal("Sent", RunSummary.OfSend(report, isKept: true).Title);
        Assert.Equal("Interrupted", RunSummary.OfSend(report with { IsInterrupted = true }, isKept: true).Title);
        Assert.Equal("Ended early", RunSummary.OfSend(report with { Failure = failure }, isKept: true).Title);
    }

    [Fact]
    public void A_terminal_gets_a_table_of_the_same_rows_with_brackets_as_they_are()
    {
        var summary = new Summary("Sent [all]", [new("Recipients", "300"), new("[x]", "9")], ["A [note]."]);
        using var writer = new StringWriter();

        TerminalSummary.Write(summary, writer);

        foreach (var text in new[] { "Sent [all]", "Recipients", "300", "[x]", "9", "A [note]." })
        {
            Assert.Contains(text, writer.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Plain_lines_are_aligned_and_have_no_escape_codes()
    {
        var summary = new Summary("Sent", [new("Recipients", "300"), new("Accepted", "9")], ["A note."]);
        using var writer = new StringWriter { NewLine = "\n" };

        PlainSummary.Write(summary, writer);

        Assert.Equal("Sent\nRecipients  300\nAccepted      9\nA note.\n", writer.ToString());
    }

    [Fact]
    public void Counts_have_their_thousands_separated_for_people_and_are_digits_alone_for_scripts()
    {
        var summary = new Summary("Sent", [new("Recipients", 1_000_000), new("Run id", "20261121")], []);
        using var table = new StringWriter();
        using var lines = new StringWriter();

        TerminalSummary.Write(summary, table);
        PlainSummary.Write(summary, lines);

        Assert.Contains("1,000,000", table.ToString(), StringComparison.Ordinal);
        Assert.Contains("20261121", table.ToString(), StringComparison.Ordinal);
        Assert.Contains("  1000000", lines.ToString(), StringComparison.Ordinal);
    }

    private static RunResult Report(ResultCounters results, long count) =>
        new() { Count = count, Results = results, Previews = new PreviewCounters() };
}
