using McMessaging.Sandboxing.Inbox;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class SmsSegmentsTests
{
    [Theory]
    [InlineData(0, 0, 160)]
    [InlineData(1, 1, 160)]
    [InlineData(160, 1, 160)]
    [InlineData(161, 2, 153)]
    [InlineData(306, 2, 153)]
    [InlineData(307, 3, 153)]
    public void GSM_7_has_160_in_one_and_153_in_each_of_several(int length, int count, int perSegment) =>
        Assert.Equal(new SmsSegments("GSM-7", length, count, perSegment), SmsSegments.Of(new string('a', length)));

    [Theory]
    [InlineData(1, 1, 70)]
    [InlineData(70, 1, 70)]
    [InlineData(71, 2, 67)]
    [InlineData(134, 2, 67)]
    [InlineData(135, 3, 67)]
    public void UCS_2_has_70_in_one_and_67_in_each_of_several(int length, int count, int perSegment) =>
        Assert.Equal(new SmsSegments("UCS-2", length, count, perSegment), SmsSegments.Of(new string('ł', length)));

    [Theory]
    [InlineData("Grüße, Ça va? ¿Qué? £5 ΔΩ\n")]
    [InlineData("{[~]}^|\\€")]
    public void These_are_in_GSM_7(string text) => Assert.Equal("GSM-7", SmsSegments.Of(text).Encoding);

    [Theory]
    [InlineData("ç")]
    [InlineData("`")]
    [InlineData("“quoted”")]
    [InlineData("…")]
    [InlineData("α")]
    public void These_are_not(string text) => Assert.Equal("UCS-2", SmsSegments.Of(text).Encoding);

    [Fact]
    public void A_character_of_the_extension_takes_two_and_is_not_divided_between_segments()
    {
        Assert.Equal(new SmsSegments("GSM-7", 160, 1, 160), SmsSegments.Of(new string('€', 80)));
        Assert.Equal(new SmsSegments("GSM-7", 162, 2, 153), SmsSegments.Of(new string('€', 81)));

        // 153 is odd: the 77th of a segment would be cut, so each of two holds 76, and the 153rd is in a third.
        Assert.Equal(3, SmsSegments.Of(new string('€', 153)).Count);
    }

    [Fact]
    public void An_emoji_takes_two_and_is_not_divided_between_segments()
    {
        Assert.Equal(new SmsSegments("UCS-2", 70, 1, 70), SmsSegments.Of(string.Concat(Enumerable.Repeat("😀", 35))));
        Assert.Equal(3, SmsSegments.Of(string.Concat(Enumerable.Repeat("😀", 67))).Count);
    }
}
