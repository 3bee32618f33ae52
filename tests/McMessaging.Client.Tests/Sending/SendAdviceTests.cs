using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Advice that can be followed: it knows whether this run had a journal.</summary>
public sealed class SendAdviceTests : JournalTest
{
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
