using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class BrokenInputTests
{
    [Theory]
    [InlineData("", 1, "nothing in it")]
    [InlineData(" \n \n", 1, "nothing in it")]
    [InlineData("ContactKey,To\n", 1, "no recipient")]
    [InlineData("\nName,To\nA,b\n", 2, "no column ContactKey")]
    [InlineData("ContactKey;To\nA;b\n", 1, "Give --delimiter")]
    [InlineData("ContactKey,City,city\nA,b,c\n", 1, "'city' is there twice")]
    [InlineData("ContactKey,City,\nA,b,c\n", 1, "column 3 has no name")]
    [InlineData("ContactKey,To\nA,b\nC\n", 3, "1 fields, the header has 2")]
    [InlineData("ContactKey,To\nA,b\n\n\nC,d,e\n", 5, "3 fields, the header has 2")]
    [InlineData("ContactKey,To\nA,\"b\nc\"\nD,e,f\n", 4, "3 fields, the header has 2")]
    [InlineData("ContactKey,To\r\nA,b\r\nC,\"d\r\nE,f\r\n", 3, "opened and never closed")]
    [InlineData("ContactKey,To\nA,b\nC,\"d\"e\n", 3, "quote is in the wrong place")]
    [InlineData("ContactKey,To\nA,b\nC, \"d\"\n", 3, "quote is in the wrong place")]
    public async Task A_broken_CSV_file_is_told_with_its_line(string text, int line, string problem)
    {
        var error = await InputText.BreakAsync(text, InputFormat.Csv);

        Assert.StartsWith($"stdin:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "nothing in it")]
    [InlineData("[]", 1, "no recipient")]
    [InlineData("\n{\"ContactKey\":\"A\"}", 2, "not an array")]
    [InlineData("[\n1]", 2, "not an object")]
    [InlineData("[{\"ContactKey\":\"A\"},\n{\"ContactKey\":\"B\"\n\"To\":1}]", 3, "not valid JSON at byte 1.")]
    [InlineData("[{\"ContactKey\":\"A\"},\n]", 2, "not valid JSON")]
    [InlineData("[{\"ContactKey\":\"A\"},\n{\"To\":\"x\",}]", 2, "not valid JSON")]
    [InlineData("[{\"ContactKey\":\"A\"}\n", 2, "not valid JSON")]
    [InlineData("[{\"ContactKey\":\"A\"}]\n\nx", 3, "not valid JSON")]
    [InlineData("[\n{\"Name\":\"A\"},{\"Name\":\"B\"}]", 2, "no object has a member for the contact key")]
    [InlineData("[{\"ContactKey\":\"A\"},\n\n{\"To\":\"B\",\"to\":\"C\"}]", 3, "'to' is there twice")]
    public async Task A_broken_JSON_file_is_told_with_its_line(string text, int line, string problem)
    {
        var error = await InputText.BreakAsync(text, InputFormat.Json);

        Assert.StartsWith($"stdin:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "nothing in it")]
    [InlineData("\n\n", 1, "no recipient")]
    [InlineData("{\"ContactKey\":\"A\"}\n{\"ContactKey\":\n", 2, "not valid JSON")]
    [InlineData("{\"ContactKey\":\"A\"}\n\n{\"To\":\"a\",}", 3, "not valid JSON")]
    [InlineData("{\"ContactKey\":\"A\"}\n[]", 2, "not an object")]
    [InlineData("{\"Name\":\"A\"}", 1, "no object has a member for the contact key")]
    public async Task A_broken_JSON_Lines_file_is_told_with_its_line(string text, int line, string problem)
    {
        var error = await InputText.BreakAsync(text, InputFormat.Jsonl);

        Assert.StartsWith($"stdin:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_far_into_a_JSON_array_has_the_line_of_the_file()
    {
        var good = string.Concat(Enumerable.Range(1, 20_000).Select(i => $$"""{"ContactKey":"{{i}}"},""" + "\n"));

        var error = await InputText.BreakAsync("[\n" + good + "{\"ContactKey\" \"x\"}]", InputFormat.Json);

        Assert.Equal(20_002, error.Line);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_take_a_large_file_into_memory()
    {
        var rows = string.Concat(Enumerable.Repeat("A,b\n", 2_000_000));

        var error = await InputText.BreakAsync("ContactKey,To\nA,b\nC,\"d\n" + rows, InputFormat.Csv);

        Assert.Equal(3, error.Line);
        Assert.Contains("more than 4,000,000 characters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_error_shows_a_value()
    {
        var csv = await InputText.BreakAsync("ContactKey,To\nA,secret\"word\n", InputFormat.Csv);
        var json = await InputText.BreakAsync("{\"ContactKey\":trusted}\n", InputFormat.Jsonl);

        Assert.DoesNotContain("secret", csv.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tru", json.Message, StringComparison.Ordinal);
    }
}
