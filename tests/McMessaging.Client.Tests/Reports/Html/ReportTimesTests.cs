using McMessaging.Reports.Html;

namespace McMessaging.Client.Tests.Reports.Html;

public sealed class ReportTimesTests
{
    [Theory]
    [InlineData(1, "1 second")]
    [InlineData(1.5, "1.5 seconds")]
    [InlineData(60, "1 minute")]
    [InlineData(300, "5 minutes")]
    [InlineData(3600, "1 hour")]
    [InlineData(7200, "2 hours")]
    [InlineData(86_400, "1 day")]
    [InlineData(172_800, "2 days")]
    public void A_span_is_told_in_its_largest_unit(double seconds, string words) =>
        Assert.Equal(words, ReportTimes.Words(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(30, "03:04:05")]
    [InlineData(60, "03:04")]
    [InlineData(1800, "03:04")]
    [InlineData(3600, "2026-01-02 03:04")]
    [InlineData(43_200, "2026-01-02 03:04")]
    [InlineData(86_400, "2026-01-02")]
    public void A_column_is_named_by_what_tells_it_from_its_neighbours(int width, string name) => Assert.Equal(
        name,
        new ReportTimes(TimeZoneInfo.Utc).Column(
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimeSpan.FromSeconds(width)));

    [Fact]
    public void The_last_of_all_days_has_a_name_too() => Assert.Equal(
        "9999-12-31", new ReportTimes(TimeZoneInfo.Utc).Column(DateTimeOffset.MaxValue, TimeSpan.FromDays(1)));
}
