namespace McMessaging.Client.Tests;

public sealed class SendProgressTests
{
    private static readonly SendProgress Progress = new(
        Read: 3000, Done: 2500, Accepted: 2400, NotAccepted: 100, null, TimeSpan.FromSeconds(10), TimeSpan.Zero)
    {
        FromJournal = 500,
    };

    [Theory]
    [InlineData(10, 200)]
    [InlineData(0, 0)]
    public void The_rate_is_that_of_this_run_and_zero_before_any_time_has_passed(int seconds, double rate) =>
        Assert.Equal(rate, (Progress with { Elapsed = TimeSpan.FromSeconds(seconds) }).PerSecond);

    [Fact]
    public void It_ends_with_the_rate_where_there_is_neither_a_limit_nor_a_wait() =>
        Assert.EndsWith(" 200/s", Progress.ToString(), StringComparison.Ordinal);

    [Fact]
    public void It_tells_the_limit_and_how_long_the_service_asked_to_wait()
    {
        var words = (Progress with { RecipientsPerMinute = 1200, Waiting = TimeSpan.FromSeconds(2.5) }).ToString();

        Assert.Contains(" 200/s (at most 1,200 ", words, StringComparison.Ordinal);
        Assert.EndsWith(" 3 s", words, StringComparison.Ordinal);
    }
}
