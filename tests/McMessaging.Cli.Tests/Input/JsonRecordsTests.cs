using System.Text.Json;
using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class JsonRecordsTests
{
    [Theory]
    [InlineData("""[{"ContactKey":"A","Points":1.50,"Tags":[1]},{"ContactKey":"B"}]""")]
    [InlineData("""
        {"ContactKey":"A","Points":1.50,"Tags":[1]}
        {"ContactKey":"B"}
        """)]
    public async Task Members_are_read_by_name_in_their_order(string text)
    {
        var records = await InputText.ReadAsync(text);

        Assert.Equal(2, records.Count);
        Assert.Equal(["ContactKey=A", "Points=1.50", "Tags=[1]"], records[0]);
        Assert.Equal(["ContactKey=B"], records[1]);
    }

    [Fact]
    public void What_is_no_object_has_no_members()
    {
        var reader = new FileRecordReader();
        using var document = JsonDocument.Parse("[1]");

        Assert.False(reader.TryRead(document.RootElement, new InputRecord()));
        Assert.False(reader.TryRead("text", new InputRecord()));
        Assert.False(reader.TryRead(null, new InputRecord()));
    }

    [Fact]
    public async Task Objects_of_an_array_are_found_at_their_lines()
    {
        const string Text = "\n[\n  {\"ContactKey\":\n\"A\"},\n\n{\"ContactKey\":\"B\"}]\n";
        using var input = await InputText.OpenAsync(Text);
        using var records = input.ReadRecords();

        Assert.True(records.Read());
        Assert.Equal(3, records.Line);
        Assert.True(records.Read());
        Assert.Equal(6, records.Line);
        Assert.False(records.Read());
    }

    [Fact]
    public async Task Blank_lines_between_JSON_lines_are_skipped_and_counted()
    {
        using var input = await InputText.OpenAsync("{\"ContactKey\":\"A\"}\r\n\r\n{\"ContactKey\":\"B\"}");
        using var records = input.ReadRecords();

        Assert.True(records.Read());
        Assert.Equal(1, records.Line);
        Assert.True(records.Read());
        Assert.Equal(3, records.Line);
        Assert.False(records.Read());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40_000)]
    [InlineData(300_000)]
    public async Task Objects_of_any_size_and_number_are_read_across_blocks(int length)
    {
        string value = new('ж', length);
        var count = Math.Max(3, 200_000 / length);
        var item = $$"""{"ContactKey":"A","Text":"{{value}}"}""";

        var records = await InputText.ReadAsync($"[{string.Join(",\n", Enumerable.Repeat(item, count))}]");

        Assert.Equal(count, records.Count);
        Assert.All(records, record => Assert.Equal($"Text={value}", record[1]));
    }
}
