using System.Globalization;
using System.Text;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Serialization;

/// <summary>What is read from JSON that somebody else wrote.</summary>
public sealed class JsonElementExtensionsTests
{
    [Theory]
    [InlineData("""{"Code":7}""", 7L)]
    [InlineData("""{"code":"-7"}""", -7L)]
    [InlineData("""{"code":9223372036854775807}""", long.MaxValue)]
    [InlineData("""{"code":9223372036854775808}""", null)]
    [InlineData("""{"code":1.5}""", null)]
    [InlineData("""{"code":"1,000"}""", null)]
    [InlineData("""{"code":true}""", null)]
    [InlineData("""{"code":null}""", null)]
    [InlineData("""{"other":7}""", null)]
    [InlineData("""[7]""", null)]
    public void A_number_is_a_whole_one_or_the_text_of_one(string json, long? number) =>
        Assert.Equal(number, Element(json).Number("code"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"True\"", true)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("2", null)]
    [InlineData("null", null)]
    public void A_flag_is_a_boolean_or_one_or_zero(string value, bool? flag) =>
        Assert.Equal(flag, Element($$"""{"hasErrors":{{value}}}""").Flag("HasErrors"));

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    [InlineData("\"\\ud800\"", null)]
    public void A_text_may_be_a_number_as_it_was_written(string value, string? text) =>
        Assert.Equal(text, Element($$"""{"id":{{value}}}""").Text("id"));

    [Fact]
    public void A_name_that_is_no_text_is_passed_over() =>
        Assert.Equal("found", Element("""{"\ud800":"lost","id":"found"}""").Text("id"));

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("\"\"", null)]
    public void An_empty_text_is_none(string value, string? text) =>
        Assert.Equal(text, Element($$"""{"id":{{value}}}""").FilledText("id"));

    [Theory]
    [InlineData("""{"list":["a",1,"\ud800","b"]}""", new[] { "a", "b" })]
    [InlineData("""{"list":"a"}""", new string[0])]
    public void The_texts_of_a_list_are_those_that_are_texts(string json, string[] texts) =>
        Assert.Equal(texts, Element(json).Texts("list"));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("\"30\"", 30.0)]
    [InlineData("-1", -1.0)]
    [InlineData("461168601842.738", 461168601842.738)]
    [InlineData("461168601843", null)]
    [InlineData("-461168601843", null)]
    [InlineData("1e300", null)]
    [InlineData("\"soon\"", null)]
    public void Seconds_are_those_that_a_clock_can_bear(string value, double? seconds) =>
        Assert.Equal(seconds, Element($$"""{"expires_in":{{value}}}""").Seconds("expires_in")?.TotalSeconds);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_most_seconds_that_a_clock_can_bear_are_taken(int sign)
    {
        var most = sign * TimeSpan.MaxValue.TotalSeconds / 2;
        var json = string.Create(CultureInfo.InvariantCulture, $$"""{"expires_in":{{most:R}}}""");

        Assert.Equal(TimeSpan.FromSeconds(most), Element(json).Seconds("expires_in"));
    }

    [Theory]
    [InlineData((long)int.MaxValue, int.MaxValue)]
    [InlineData((long)int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue + 1L, null)]
    [InlineData(int.MinValue - 1L, null)]
    [InlineData(null, null)]
    public void A_code_is_a_number_of_32_bits(long? number, int? code) => Assert.Equal(code, number.ToCode());

    [Theory]
    [InlineData("{}", true)]
    [InlineData("[]", false)]
    [InlineData("{} {}", false)]
    [InlineData("{", false)]
    [InlineData("", false)]
    public void A_document_is_one_whole_object(string json, bool isOne)
    {
        using var document = JsonElementExtensions.TryParseObject(Encoding.UTF8.GetBytes(json));

        Assert.Equal(isOne, document is not null);
    }

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;
}
