using System.Globalization;

namespace McMessaging.Testing;

/// <summary>
/// Part of every test project: a suite that runs in another culture than it was told to proves nothing.
/// </summary>
public sealed class CultureInForceTests
{
    [Fact]
    public void The_culture_and_the_time_zone_that_were_asked_for_are_in_force()
    {
        var day = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var signs = string.Create(
            CultureInfo.CurrentCulture, $"{CultureInfo.CurrentCulture.TextInfo.ToUpper("i")} {1.5} {day:yyyy}");
        var expected = Environment.GetEnvironmentVariable("MC_TEST_CULTURE") switch
        {
            "tr-TR" => "İ 1,5 2026",
            "de-DE" => "I 1,5 2026",
            "ar-SA" => "I 1٫5 1448",
            _ => "I 1.5 2026",
        };

        Assert.Equal(expected, signs);
        Assert.Equal(Environment.GetEnvironmentVariable("TZ"), TimeZoneInfo.Local.Id);
        Assert.True(TimeZoneInfo.Local.SupportsDaylightSavingTime);
    }
}
