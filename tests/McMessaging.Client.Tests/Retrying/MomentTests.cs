using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class MomentTests
{
    [Theory]
    [InlineData(10, 0, 10)]
    [InlineData(10, -3600, 10)]
    [InlineData(10, 3600, 3610)]
    [InlineData(0, -1, 0)]
    public void The_age_is_the_greater_of_both_clocks_and_never_negative(int passed, int wallMoved, int age)
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var moment = Moment.Now(time);

        time.Advance(TimeSpan.FromSeconds(passed));
        time.MoveWallClock(TimeSpan.FromSeconds(wallMoved));

        Assert.Equal(TimeSpan.FromSeconds(age), moment.Age(time));
    }
}
