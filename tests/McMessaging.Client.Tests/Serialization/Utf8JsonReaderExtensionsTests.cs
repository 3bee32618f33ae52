using System.Text;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Serialization;

public sealed class Utf8JsonReaderExtensionsTests
{
    [Theory]
    [InlineData("\"7\"", 7)]
    [InlineData("-7", -7)]
    [InlineData("7.5", null)]
    [InlineData("\"7.5\"", null)]
    [InlineData("99999999999", null)]
    [InlineData("{\"a\":[1]}", null)]
    [InlineData("null", null)]
    public void A_number_is_read_and_what_is_none_is_passed_over(string value, int? number)
    {
        var reader = At(value);

        Assert.Equal(number, reader.ReadNumber());
        AssertIsAtItsEnd(ref reader);
    }

    [Theory]
    [InlineData("\"some\"", "some")]
    [InlineData("\"other\"", "other")]
    [InlineData("\"\"", "")]
    [InlineData("1.50", "1.50")]
    [InlineData("[{\"a\":1}]", null)]
    public void A_text_is_read_and_what_is_none_is_passed_over(string value, string? text)
    {
        var first = At(value);
        var second = At(value);
        var third = At(value);

        Assert.Equal(text, first.ReadText());
        Assert.Equal(text, second.ReadText("some"));
        Assert.Equal(text, third.ReadText(expected: null));
        AssertIsAtItsEnd(ref first);
        AssertIsAtItsEnd(ref second);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{\"a\":{\"b\":[1,2]}}")]
    public void A_value_is_passed_over_with_all_it_has(string value)
    {
        var reader = At(value);

        reader.SkipValue();

        AssertIsAtItsEnd(ref reader);
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("NAME", true)]
    [InlineData("\\u006eame", true)]
    [InlineData("names", false)]
    [InlineData("näme", false)]
    public void A_name_is_known_in_any_case_and_with_escapes(string written, bool isName)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""{"{{written}}":1}"""));
        reader.Read();
        reader.Read();

        Assert.Equal(isName, reader.IsName("name"));
    }

    // Before the first of two values.
    private static Utf8JsonReader At(string value)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""{"one":{{value}},"two":2}"""));
        reader.Read();
        reader.Read();
        return reader;
    }

    private static void AssertIsAtItsEnd(ref Utf8JsonReader reader)
    {
        reader.Read();
        Assert.Equal((JsonTokenType.PropertyName, "two"), (reader.TokenType, reader.GetString()));
    }
}
