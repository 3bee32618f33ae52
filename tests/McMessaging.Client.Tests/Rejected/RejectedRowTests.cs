using McMessaging.Batches;
using McMessaging.Recipients;
using McMessaging.Rejected;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>When a row that may have been sent was sent first: its 48 hours count from then.</summary>
public sealed class RejectedRowTests
{
    private static readonly DateTimeOffset Begun = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly DateTimeOffset Attempted = Begun.AddMinutes(5);
    private static readonly DateTimeOffset Earlier = Begun.AddDays(-2);

    [Fact]
    public void An_unknown_outcome_of_the_journal_keeps_the_journals_time() => Assert.Equal(
        "2026-03-02T05:06:07.000Z",
        SentAtOf(new() { Outcome = SendOutcome.Unknown, FromJournal = true, SentAt = Earlier }, firstSentAt: null));

    [Fact]
    public void An_unknown_outcome_of_this_run_has_the_time_when_its_batch_began() => Assert.Equal(
        "2026-03-04T05:06:07.000Z",
        SentAtOf(new() { Outcome = SendOutcome.Unknown, HttpStatus = 500, SentAt = Attempted }, firstSentAt: null));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_row_itself_says_of_its_first_time_comes_before_both(bool fromJournal) => Assert.Equal(
        "2026-03-02T05:06:07.000Z",
        SentAtOf(
            new() { Outcome = SendOutcome.Unknown, HttpStatus = 500, FromJournal = fromJournal, SentAt = Attempted },
            firstSentAt: Earlier));

    [Fact]
    public void Any_other_outcome_has_the_time_of_its_result() => Assert.Equal(
        "2026-03-04T05:11:07.000Z",
        SentAtOf(new() { Outcome = SendOutcome.Failed, HttpStatus = 500, SentAt = Attempted }, firstSentAt: null));

    private static string? SentAtOf(RecipientResult result, DateTimeOffset? firstSentAt)
    {
        var rows = new InputRows { BegunAt = Begun };
        rows.Add(new InputRow(), new EarlierSend("key", firstSentAt));
        return new RejectedRow(rows, 0, result).Texts(shard: null, words => words)[^1];
    }
}
