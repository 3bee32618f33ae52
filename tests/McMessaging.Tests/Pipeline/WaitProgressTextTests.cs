using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class WaitProgressTextTests
{
    private static readonly MessageWaitProgress Halfway = new(
        Total: 2000,
        Sent: 980,
        NotSent: 15,
        Failed: 5,
        Elapsed: TimeSpan.FromSeconds(100),
        Timeout: TimeSpan.FromSeconds(300));

    [Fact]
    public void The_status_shows_the_counts_and_the_time_left() => Assert.Equal(
        "1,000 of 2,000 final: 980 sent, 15 not sent, 5 failed; 200 s left", WaitProgressText.StatusOf(Halfway));

    [Fact]
    public void The_time_left_is_never_below_zero() => Assert.EndsWith(
        "; 0 s left",
        WaitProgressText.StatusOf(Halfway with { Elapsed = TimeSpan.FromSeconds(301) }),
        StringComparison.Ordinal);
}
