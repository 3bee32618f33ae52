using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

public sealed class SummarySectionTests
{
    [Theory]
    [InlineData(0.5, "10:00:00</dd>")]
    [InlineData(1, "10:00:00 to 2026-01-31 10:00:01, in 1 second</dd>")]
    public void A_run_of_a_second_tells_its_end_as_well(double seconds, string told) => Assert.Contains(
        $"<dt>Sent</dt><dd>2026-01-31 {told}",
        Pages.Of(Pages.SentAfter(0), Pages.SentAfter(seconds)),
        StringComparison.Ordinal);

    [Fact]
    public void What_an_earlier_run_left_in_the_journal_is_told_apart()
    {
        var ofJournal = new SavedResult(SendOutcome.Accepted) { FromJournal = true };

        Assert.DoesNotContain("From the journal", Pages.Of(Pages.SentAfter(0)), StringComparison.Ordinal);
        Assert.Contains(
            "<dt>From the journal</dt><dd>2 recipients of an earlier run: "
                + "in the outcomes, not in requests and times</dd>",
            Pages.Of(Pages.SentAfter(0), ofJournal, ofJournal),
            StringComparison.Ordinal);
    }
}
