using McMessaging.Results;

namespace McMessaging.Client.Tests.Results;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private readonly Timeline _timeline = new(TimeZoneInfo.Utc);

    [Fact]
    public void Nothing_sent_is_no_column() => Assert.Empty(_timeline.Columns());

    [Fact]
    public void A_second_is_a_column_and_one_without_a_recipient_is_there()
    {
        _timeline.AddRecipient(Start.AddMilliseconds(2100), isAccepted: true);
        _timeline.AddRecipient(Start.AddMilliseconds(900), isAccepted: false);
        _timeline.AddRetries(Start, 4);

        Assert.Equal(
            [
                new TimelineColumn(Start) { NotAccepted = 1, Retries = 4 },
                new TimelineColumn(Start.AddSeconds(1)),
                new TimelineColumn(Start.AddSeconds(2)) { Accepted = 1 },
            ],
            _timeline.Columns());
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 5)]
    [InlineData(3600, 300)]
    [InlineData(86400, 1800)]
    [InlineData(86400 * 365, 86400 * 8)]
    public void Columns_are_as_wide_as_60_of_them_need_and_lose_nothing(int seconds, int width)
    {
        foreach (var second in Enumerable.Range(0, 101).Select(i => (long)seconds * i / 100))
        {
            _timeline.AddRecipient(Start.AddSeconds(second), isAccepted: true);
            _timeline.AddRecipient(Start.AddSeconds(second), isAccepted: false);
            _timeline.AddRetries(Start.AddSeconds(second), 2);
        }

        Assert.Equal(TimeSpan.FromSeconds(width), _timeline.Width);
        Assert.InRange(_timeline.Columns().Count, 2, 60);
        Assert.Equal(101, _timeline.Columns().Sum(column => column.Accepted));
        Assert.Equal(101, _timeline.Columns().Sum(column => column.NotAccepted));
        Assert.Equal(202, _timeline.Columns().Sum(column => column.Retries));
    }

    [Fact]
    public void A_time_that_no_clock_showed_ruins_nothing()
    {
        _timeline.AddRecipient(DateTimeOffset.MinValue, isAccepted: true);
        _timeline.AddRecipient(DateTimeOffset.MaxValue, isAccepted: true);

        Assert.InRange(_timeline.Columns().Count, 2, 60);
    }

    [Fact]
    public void Days_begin_at_midnight_of_the_zone()
    {
        var timeline = new Timeline(TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(-5), "x", "x"));
        timeline.AddRecipient(Start, isAccepted: true);
        timeline.AddRecipient(Start.AddDays(40), isAccepted: true);

        Assert.Equal(TimeSpan.FromDays(1), timeline.Width);
        Assert.Equal(Start.Date.AddHours(5), timeline.Columns()[0].Begin.UtcDateTime);
    }

    [Fact]
    public void The_hour_that_is_repeated_at_the_end_of_summer_time_is_no_second_look_at_the_first()
    {
        var begin = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0), 1, 1);
        var end = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 12, 0, 0), 1, 31);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), begin, end);
        var timeline = new Timeline(TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.Zero, "x", "x", "x", [rule]));

        timeline.AddRecipient(Start.AddMinutes(30), isAccepted: true);
        timeline.AddRecipient(Start.AddMinutes(90), isAccepted: true);

        Assert.Equal([1, 1], timeline.Columns().Select(column => column.Accepted).Where(count => count > 0));
    }
}
