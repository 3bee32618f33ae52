using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Serialization;

/// <summary>A key comes back from a spreadsheet as it went in.</summary>
public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("k-1", "k-1")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-k", "'-k")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("007", "'007")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1234567890123456", "'1234567890123456")]
    [InlineData("1E5", "'1E5")]
    [InlineData("2024-05-06", "'2024-05-06")]
    [InlineData("MAR1", "'MAR1")]
    [InlineData("true", "'true")]
    [InlineData("$5", "'$5")]
    [InlineData("", "")]
    public void A_key_that_would_become_another_has_a_quote_before_it(string key, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.OfKey(key));
        Assert.Equal(key, SpreadsheetText.ToKey(cell));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" two\r\nlines ", "two  lines")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a; =b", "a, =b")]
    [InlineData("a; b", "a; b")]
    public void Words_are_one_line_and_no_formula(string words, string cell) =>
        Assert.Equal(cell, SpreadsheetText.OfWords(words));
}
