using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Serialization;

public sealed class ServiceTimeTests
{
    [Theory]
    [InlineData("2018-08-03T13:41:18.55", "2018-08-03T19:41:18.5500000Z")]
    [InlineData("2018-08-16T10:44:41.2196", "2018-08-16T16:44:41.2196000Z")]
    [InlineData("2020-01-17T01:37:00", "2020-01-17T07:37:00.0000000Z")]
    public void A_time_without_an_offset_is_six_hours_behind_in_summer_and_winter(string text, string utc)
    {
        var time = ServiceTime.Parse(text);

        Assert.Equal(TimeSpan.FromHours(-6), time?.Offset);
        Assert.Equal(utc, time?.UtcDateTime.ToString("O"));
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09Z", 0)]
    [InlineData("2024-05-06T07:08:09.5+02:00", 2)]
    public void An_offset_in_the_text_wins(string text, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ServiceTime.Parse(text)?.Offset);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("13:05")]
    [InlineData("9999-12-31T23:59:59")]
    [InlineData("9999-12-31T17:59:59.9999999")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void What_is_no_time_of_the_service_is_none(string? text) => Assert.Null(ServiceTime.Parse(text));
}
