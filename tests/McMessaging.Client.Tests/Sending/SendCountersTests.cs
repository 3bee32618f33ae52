using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

public sealed class SendCountersTests
{
    [Fact]
    public void The_rate_leaves_out_what_the_journal_knew()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var counters = new SendCounters(time, expected: 10);
        time.Advance(TimeSpan.FromSeconds(2));

        counters.Count([.. Enumerable.Range(1, 10).Select(i => new RecipientResult { FromJournal = i > 4 })]);

        var progress = counters.Progress(TimeSpan.Zero);
        Assert.Equal((10, 6, 2.0), (progress.Done, progress.FromJournal, progress.PerSecond));
    }
}
