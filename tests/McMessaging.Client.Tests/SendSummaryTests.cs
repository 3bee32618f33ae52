namespace McMessaging.Client.Tests;

public sealed class SendSummaryTests
{
    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(5, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(2, 2, false)]
    public void Who_was_accepted_before_counts_as_accepted(long now, long before, bool isAll)
    {
        var summary = new SendSummary(
            5, now, before, 5 - now - before, 0, 0, 0, Requests: 1, Retries: 0, TimeSpan.Zero);

        Assert.Equal(isAll, summary.AllAccepted);
        Assert.EndsWith($", {now + before} accepted", summary.ToString(), StringComparison.Ordinal);
    }
}
