using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>Whom a run sent to in its last minute counts in the rate of the run that resumes it.</summary>
public sealed class SendJournalLastMinuteTests : JournalTest
{
    private readonly List<DateTimeOffset> _begun = [];

    public SendJournalLastMinuteTests() => Service.OnRequest = _ => _begun.Add(Time.GetUtcNow());

    [Theory]
    [InlineData(2, 59.5)]
    [InlineData(30, 31.5)]
    [InlineData(62, 0)]
    public async Task A_run_without_a_rate_leaves_the_next_one_the_rest_of_its_minute(int later, double wait)
    {
        await RunAsync(Options with { BatchSize = null }, People(12));
        Time.Advance(TimeSpan.FromSeconds(later));
        var resumedAt = Time.GetUtcNow();

        await RunAsync(Options with { RecipientsPerMinute = 12, BatchSize = null }, People(13));

        // The journal knows when a request was about to go out: one second of it is for its way.
        Assert.Equal(2, _begun.Count);
        Assert.Equal(TimeSpan.FromSeconds(wait), _begun[1] - resumedAt);
    }

    [Fact]
    public async Task As_many_as_the_rate_leaves_go_at_once()
    {
        await RunAsync(Options with { BatchSize = null }, People(11));
        var resumedAt = Time.GetUtcNow();

        await RunAsync(Options with { RecipientsPerMinute = 12, BatchSize = null }, People(12));

        Assert.Equal(resumedAt, _begun[1]);
    }

    [Fact]
    public async Task Of_several_runs_in_a_minute_the_first_counts_as_well()
    {
        await RunAsync(Options with { BatchSize = null }, People(6));
        Time.Advance(TimeSpan.FromSeconds(40));
        await RunAsync(Options with { BatchSize = null }, People(12));
        Time.Advance(TimeSpan.FromSeconds(2));
        var resumedAt = Time.GetUtcNow();

        await RunAsync(Options with { RecipientsPerMinute = 12, BatchSize = null }, People(13));

        Assert.Equal(3, _begun.Count);
        Assert.Equal(TimeSpan.FromSeconds(19.5), _begun[2] - resumedAt);
    }

    private static object[] People(int count) => [.. Enumerable.Range(1, count).Select(i => Person("k" + i))];
}
