using System.Globalization;
using System.Numerics;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class ScalarTextTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public ScalarTextTests() => CultureInfo.CurrentCulture = Mapping.German();

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    public static TheoryData<object, string> Values => new()
    {
        { "Grüße, 東京 & <b>\"", "Grüße, 東京 & <b>\"" },
        { true, "true" },
        { false, "false" },
        { 'x', "x" },
        { -1234567, "-1234567" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1234.5, "1234.5" },
        { -0.1f, "-0.1" },
        { 1e21, "1E+21" },
        { double.NaN, "NaN" },
        { 12345678.90m, "12345678.90" },
        { new BigInteger(10) * ulong.MaxValue, "184467440737095516150" },
        { new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Unspecified), "2026-03-04T05:06:07" },
        { new DateTime(2026, 3, 4, 5, 6, 7, 890, DateTimeKind.Utc), "2026-03-04T05:06:07.89Z" },
        { new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(-6)), "2026-03-04T05:06:07-06:00" },
        { new DateOnly(2026, 3, 4), "2026-03-04" },
        { new TimeOnly(5, 6, 7), "05:06:07.0000000" },
        { new TimeSpan(1, 2, 3, 4), "1.02:03:04" },
        { DayOfWeek.Friday, "Friday" },
        { new Guid("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc"), "dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc" },
        { new Uri("https://example.com/a b?c=%20"), "https://example.com/a b?c=%20" },
        { new Version(1, 2), "1.2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_the_same_text_in_every_culture(object value, string text) =>
        Assert.Equal(text, Mapping.AttributeText(value));

    [Fact]
    public void A_local_time_carries_its_offset()
    {
        var local = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Local);

        var text = Mapping.AttributeText(local)!;

        Assert.Equal(new DateTimeOffset(local), DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        Assert.Matches("^2026-03-04T05:06:07[+-][0-9]{2}:[0-9]{2}$", text);
    }

    [Theory]
    [InlineData("\"text \\u00fc\"", "text ü")]
    [InlineData("12345678901234567890.10", "12345678901234567890.10")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("{ \"a\": [ 1, \"x\" ] }", "{\"a\":[1,\"x\"]}")]
    public void A_json_element_has_its_own_text(string json, string? text) =>
        Assert.Equal(text, Mapping.AttributeText(Mapping.Json(json)));

    [Fact]
    public void A_very_long_value_is_kept_whole()
    {
        string text = new('ü', 1_000_000);

        Assert.Equal(text, Mapping.AttributeText(text));
    }
}
