namespace McMessaging.Client.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain text", "plain text")]
    [InlineData("  two\t spaces \r\n", "two spaces")]
    [InlineData("first\nAll accepted", "first All accepted")]
    [InlineData("\u001b[2J\u001b[31mred\a", "[2J [31mred")]
    [InlineData("\u009b31mred", "31mred")]
    [InlineData("next\u0085line\u2028and\u2029paragraph", "next line and paragraph")]
    [InlineData("right\u202Eto\u2066left\u200F", "right to left")]
    [InlineData("Zoë 東京 👩\u200D👧", "Zoë 東京 👩\u200D👧")]
    public void Text_is_one_line_that_moves_no_cursor(string? text, string line)
    {
        Assert.Equal(line, OneLine.Of(text, 100));
    }

    [Theory]
    [InlineData("123456", 6, "123456")]
    [InlineData("1234567", 6, "123456…")]
    [InlineData("12345👩7", 6, "12345…")]
    public void What_is_too_long_is_cut_between_characters(string text, int maxLength, string line)
    {
        Assert.Equal(line, OneLine.Of(text, maxLength));
    }

    [Fact]
    public void What_is_no_character_is_replaced()
    {
        Assert.Equal("half \uFFFD", OneLine.Of("half \uD83D", 100));
    }

    [Fact]
    public void An_error_is_told_on_one_line_whatever_was_quoted_in_it()
    {
        var error = new McException(
            "Id", McErrorCategory.InvalidData, "No column 'a\n\u001b[1mAll accepted'.", "Rename\r\nit.");

        Assert.Equal("No column 'a [1mAll accepted'.", error.Message);
        Assert.Equal("Rename it.", error.RecommendedAction);
    }
}
