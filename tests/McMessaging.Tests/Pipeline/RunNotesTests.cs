using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class RunNotesTests
{
    [Fact]
    public void A_run_without_a_journal_is_told_with_the_run_id_to_go_on_with() =>
        Assert.Equal(
            "Send-McEmail was stopped: 2 accepted, 1 not sent. To send the rest, run the same command again with "
                + "-RunId 'night': there is no journal, and without this run id the message goes to everybody again.",
            RunNotes.OfStop(Stopped() with { RunId = "night" }));

    [Fact]
    public void A_new_run_cannot_write_to_the_file_of_rejected_rows_again() =>
        Assert.EndsWith(
            "-RunId 'night' and another -RejectedPath: there is no journal, and without this run id the message goes "
                + "to everybody again. 'rows.csv' has the rows that were read and not taken.",
            RunNotes.OfStop(Stopped() with { RunId = "night", Rejected = "rows.csv" }),
            StringComparison.Ordinal);

    [Fact]
    public void A_triggered_send_has_no_run_id_that_helps() =>
        Assert.EndsWith(
            " There is no journal: the same command would send to everybody again.",
            RunNotes.OfStop(Stopped()),
            StringComparison.Ordinal);

    [Fact]
    public void A_journal_knows_its_run_id_itself() =>
        Assert.EndsWith(
            " not sent. The journal 'run.jsonl' has them: run the same command again to send the rest.",
            RunNotes.OfStop(Stopped() with { RunId = "night", Journal = "run.jsonl" }),
            StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_was_sent_the_message_the_next_run_is_the_first() =>
        Assert.Equal(
            "Send-McEmail was stopped: 0 accepted, 1 not sent.",
            RunNotes.OfStop(new StoppedRun("Send-McEmail", Counts(SendOutcome.Cancelled)) { RunId = "night" }));

    [Fact]
    public void Who_may_have_been_sent_the_message_must_not_get_it_again() =>
        Assert.Contains(
            "1 in flight, with an unknown outcome. To send the rest, run the same command again with -RunId 'night'",
            RunNotes.OfStop(new StoppedRun("Send-McEmail", Counts(SendOutcome.Unknown)) { RunId = "night" }),
            StringComparison.Ordinal);

    private static StoppedRun Stopped() =>
        new("Send-McEmail", Counts(SendOutcome.Accepted, SendOutcome.AlreadyAccepted, SendOutcome.Cancelled));

    private static OutcomeCounts Counts(params SendOutcome[] outcomes)
    {
        var counts = new OutcomeCounts();
        foreach (var outcome in outcomes)
        {
            counts.Add(outcome);
        }

        return counts;
    }
}
