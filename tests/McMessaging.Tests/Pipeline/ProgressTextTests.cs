using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class ProgressTextTests
{
    private static readonly SendProgress Halfway = new(
        Read: 1500,
        Done: 1000,
        Accepted: 990,
        NotAccepted: 10,
        Total: 2000,
        Elapsed: TimeSpan.FromSeconds(4),
        Waiting: TimeSpan.Zero);

    [Fact]
    public void The_status_shows_counts_and_rate() =>
        Assert.Equal("1,000 of 2,000 done, 990 accepted, 10 not accepted, 250/s", ProgressText.StatusOf(Halfway));

    [Fact]
    public void The_end_is_left_out_when_it_is_not_known() =>
        Assert.StartsWith(
            "1,000 done,",
            ProgressText.StatusOf(Halfway with { Total = null }),
            StringComparison.Ordinal);

    [Fact]
    public void A_wait_that_the_service_asked_for_is_shown() =>
        Assert.EndsWith(
            "; the service asked to wait 5 s",
            ProgressText.StatusOf(Halfway with { Waiting = TimeSpan.FromSeconds(4.2) }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 50)]
    [InlineData(3000, 100)]
    public void The_percentage_stays_within_its_bounds(long done, int percent) =>
        Assert.Equal(percent, ProgressText.PercentOf(done, 2000));

    [Theory]
    [InlineData(1000, 4)]
    [InlineData(3000, 0)]
    [InlineData(0, -1)]
    public void The_remaining_time_follows_from_the_rate(long done, int seconds) =>
        Assert.Equal(seconds, ProgressText.SecondsRemaining(Halfway with { Done = done }, 2000));
}
