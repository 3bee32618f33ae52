using McMessaging.Client.Tests.Support;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Advice that can be followed: it knows whether this run had a journal.</summary>
public sealed class SendAdviceTests : JournalTest
{
    private static readonly RunName Run = new("run-1", MessageChannel.Email, HasJournal: true);

    [Theory]
    [InlineData(MessageChannel.Email, true, "with its journal and -RunId 'run-1'", "-ResendUnknown")]
    [InlineData(MessageChannel.Email, false, "this run had no journal", "-RunId 'run-1'")]
    [InlineData(MessageChannel.Triggered, true, "with its journal, -RunId 'run-1'", "-ResendUnknown")]
    [InlineData(MessageChannel.Triggered, false, "This run had no journal", "these recipients only")]
    public async Task Advice_on_an_unknown_outcome_knows_whether_the_run_had_a_journal(
        MessageChannel channel, bool hasJournal, params string[] said)
    {
        var options = (channel == MessageChannel.Triggered ? Sends.Triggered() : Sends.Email()) with
        {
            RunId = "run-1",
            JournalPath = hasJournal ? JournalPath : null,
            MaxRetryCount = 0,
        };

        var host = await Sends.RunAsync(FakeService.Always("{}", 500), options, Sends.People(1));

        var (error, _) = Assert.Single(host.Errors);
        Assert.Equal("OutcomeUnknown", error.ErrorId);
        Assert.All(said, words => Assert.Contains(words, error.RecommendedAction, StringComparison.Ordinal));
        Assert.Equal(hasJournal, error.RecommendedAction.Contains("-ResendUnknown", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("too long ago", true, true)]
    [InlineData("within 48 hours", true, false)]
    [InlineData("within 48 hours", false, true)]
    public void Advice_on_unknown_outcomes_speaks_of_age_only_where_all_are_from_an_earlier_run(
        string words, params bool[] fromJournal)
    {
        var kind = new RunError(SendOutcome.Unknown, null);
        foreach (var each in fromJournal)
        {
            kind.Add(new RecipientResult { Outcome = SendOutcome.Unknown, FromJournal = each });
        }

        Assert.Contains(words, SendAdvice.OnUnknown(kind, Run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "a key of its own; a journal does not send them again with the same keys.")]
    [InlineData(false, "give each a key of its own.")]
    public void Advice_on_keys_that_were_used_speaks_of_the_journal_where_there_is_one(bool hasJournal, string end)
    {
        var kind = new RunError(SendOutcome.Rejected, null);
        kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = 109110 });

        var advice = SendAdvice.OnRejected(
            kind, Run with { HasJournal = hasJournal }, new SendSummary(1, 0, 0, 1, 0, 0, 0, 1, 0, TimeSpan.Zero));

        Assert.EndsWith(end, advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_triggered_send_that_must_be_sent_later_is_told_when_and_to_whom()
    {
        var later = new McException("Later", McErrorCategory.LimitsExceeded, "Too many.", "Come back at noon.");
        var summary = new SendSummary(2, 1, 0, 0, 0, 0, 1, 1, 0, TimeSpan.Zero);

        var advice = SendAdvice.OnStopped(new RunName("r", MessageChannel.Triggered, false), summary, later);

        Assert.StartsWith("Come back at noon. This run had no journal", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Their message keys were used before", 109110, 109110)]
    [InlineData("Correct the data", 109110, 109121)]
    public void Advice_on_rejections_speaks_of_keys_only_where_nothing_else_was_wrong(string words, params int[] codes)
    {
        var kind = new RunError(SendOutcome.Rejected, null);
        foreach (var code in codes)
        {
            kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = code });
        }

        var summary = new SendSummary(2, 0, 0, 2, 0, 0, 0, 1, 0, TimeSpan.Zero);
        Assert.Contains(words, SendAdvice.OnRejected(kind, Run, summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_on_rejections_that_are_in_part_from_the_journal_names_their_run()
    {
        var kind = new RunError(SendOutcome.Rejected, null);
        kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, FromJournal = true });
        kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected });

        var summary = new SendSummary(2, 0, 0, 2, 0, 0, 0, 0, 0, TimeSpan.Zero);
        Assert.Contains("-RunId 'run-1'", SendAdvice.OnRejected(kind, Run, summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageChannel.Email, true, true, "with the journal, -RunId 'run-1' and -RetryRejected")]
    [InlineData(MessageChannel.Email, false, true, "to these recipients only, not to the whole input")]
    [InlineData(MessageChannel.Email, false, false, "Correct the data and send again")]
    public async Task Advice_on_the_rejected_names_the_run_only_where_there_is_a_journal(
        MessageChannel channel, bool hasJournal, bool isAnyAccepted, string said)
    {
        var options = Options with { Channel = channel, JournalPath = hasJournal ? JournalPath : null };
        var rejected = new Recipient { ContactKey = "c2", To = "no address" };

        var (host, _) = await RunAsync(options, isAnyAccepted ? [Person("k1"), rejected] : [rejected]);

        var advice = Assert.Single(host.Errors).Error.RecommendedAction;
        Assert.Contains(said, advice, StringComparison.Ordinal);
        Assert.Equal(hasJournal, advice.Contains("-RunId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_sent_nothing_is_advised_no_run_id()
    {
        var options = Options with { JournalPath = null, PreviewOnly = true };

        var (host, _) = await RunAsync(options, Person("k1"), new Recipient { ContactKey = "c2", To = "no address" });

        var advice = Assert.Single(host.Errors).Error.RecommendedAction;
        Assert.StartsWith("Correct the data before you send", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("-RunId", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageChannel.Email, true, true, "again to send them. Give the next run its journal and -RunId 'r'")]
    [InlineData(MessageChannel.Email, false, true, "again to send them. Give the next run -RunId 'r'")]
    [InlineData(MessageChannel.Triggered, true, true, "again to send them. Give the next run its journal and -RunId")]
    [InlineData(MessageChannel.Triggered, false, true, "This run had no journal, so the same command would send to")]
    [InlineData(MessageChannel.Email, true, false, "again to send them. Give the next run its journal and -RunId 'r'")]
    [InlineData(MessageChannel.Email, false, false, "again to send them.")]
    [InlineData(MessageChannel.Triggered, false, false, "again to send them.")]
    public void Advice_on_a_run_that_was_stopped_keeps_everybody_from_a_second_message(
        MessageChannel channel, bool hasJournal, bool isAnyAccepted, string said)
    {
        var summary = new SendSummary(2, isAnyAccepted ? 1 : 0, 0, 0, 0, 0, 1, 1, 0, TimeSpan.Zero);

        var advice = SendAdvice.OnStopped(new RunName("r", channel, hasJournal), summary, deferral: null);

        Assert.Contains(said, advice, StringComparison.Ordinal);
        foreach (var words in new[] { "-RunId", "again to send them" })
        {
            Assert.Equal(
                said.Contains(words, StringComparison.Ordinal), advice.Contains(words, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(MessageChannel.Email, true, 0, "-RunId 'r'")]
    [InlineData(MessageChannel.Email, false, 1, "-RunId 'r'")]
    [InlineData(MessageChannel.Triggered, false, 1, "send to those only")]
    [InlineData(MessageChannel.Email, false, 0, "then send them again.")]
    public void Advice_on_the_failed_keeps_whoever_was_accepted_from_a_second_message(
        MessageChannel channel, bool hasJournal, long accepted, string said)
    {
        var summary = new SendSummary(2, accepted, 0, 0, 1, 0, 0, 1, 0, TimeSpan.Zero);

        var advice = SendAdvice.OnFailed(new RunName("r", channel, hasJournal), summary);

        Assert.Contains(said, advice, StringComparison.Ordinal);
        var isNamed = said.Contains("-RunId", StringComparison.Ordinal);
        Assert.Equal(isNamed, advice.Contains("-RunId", StringComparison.Ordinal));
    }

    [Fact]
    public void A_preview_that_was_stopped_is_advised_no_run_id()
    {
        var summary = new SendSummary(2, 0, 0, 0, 0, 0, 1, 0, 0, TimeSpan.Zero);
        var run = new RunName("r", MessageChannel.Email, HasJournal: false, IsPreview: true);

        Assert.Equal("Run the same command again to see them.", SendAdvice.OnStopped(run, summary, deferral: null));
    }

    [Fact]
    public async Task What_the_advice_says_of_a_journal_is_so()
    {
        await LeaveInFlightAsync(Options, new Recipient { ContactKey = "c1" });

        var (host, _) = await RunAsync(Options, new Recipient { ContactKey = "c1" });

        Assert.Equal(SendOutcome.AlreadyAccepted, Assert.Single(host.Results).Outcome);
    }

    [Fact]
    public async Task What_the_advice_says_of_a_run_without_a_journal_is_so()
    {
        var options = Options with { JournalPath = null };
        await LeaveInFlightAsync(options, new Recipient { ContactKey = "c1" });

        var (host, _) = await RunAsync(options, new Recipient { ContactKey = "c1" });

        Assert.Equal(SendOutcome.AlreadyAccepted, Assert.Single(host.Results).Outcome);
    }
}
