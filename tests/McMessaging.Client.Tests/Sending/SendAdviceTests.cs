using McMessaging.Client.Tests.Support;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Advice that can be followed: it knows whether this run had a journal.</summary>
public sealed class SendAdviceTests : JournalTest
{
    private static readonly RunName Run = new("run-1", HasJournal: true, RejectedPath: null);

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
    [InlineData("already had their message keys", 109110, 109110)]
    [InlineData("Correct the data", 109110, 109121)]
    public void Advice_on_rejections_speaks_of_keys_only_where_nothing_else_was_wrong(string words, params int[] codes)
    {
        var kind = new RunError(SendOutcome.Rejected, null);
        foreach (var code in codes)
        {
            kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = code });
        }

        Assert.Contains(words, SendAdvice.OnRejected(kind, Run), StringComparison.Ordinal);
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
