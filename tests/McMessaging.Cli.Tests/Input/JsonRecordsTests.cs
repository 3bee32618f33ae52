using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class JsonRecordsTests
{
    private const string Values =
        """{"ContactKey":"A","Points":1.50,"Vip":true,"Note":null,"Tags":[1, "ü"],"Home":{"City": "Łódź"}}""";

    [Theory]
    [InlineData("[" + Values + "]")]
    [InlineData(Values)]
    public async Task Numbers_keep_their_text_nulls_are_left_out_and_nested_values_are_compact(string text)
    {
        List<string[]> records = await InputText.ReadAsync(text);

        Assert.Equal(
            ["ContactKey=A", "Points=1.50", "Vip=True", """Tags=[1,"ü"]""", """Home={"City":"Łódź"}"""],
            Assert.Single(records));
    }

    [Fact]
    public async Task The_member_Attributes_stays_readable_by_its_own_members()
    {
        using InputFile input = await InputText.OpenAsync("""[{"ContactKey":"A","attributes":{"City":"Oslo","Age":30}}]""");
        using IRecordSource records = input.ReadRecords();
        var reader = new FileRecordReader();
        var record = new Recipients.InputRecord();
        var attributes = new Recipients.InputRecord();

        Assert.True(records.Read());
        Assert.True(reader.TryRead(records.Record, record));
        Assert.True(reader.TryRead(reader.Unwrap(record.ValueAt(1)), attributes));

        Assert.Equal("City", attributes.NameAt(0));
        Assert.Equal("Oslo", attributes.ValueAt(0));
        Assert.Equal("30", attributes.ValueAt(1));
    }

    [Fact]
    public async Task Objects_of_an_array_are_found_at_their_lines()
    {
        using InputFile input = await InputText.OpenAsync("\n[\n  {\"ContactKey\":\n\"A\"},\n\n{\"ContactKey\":\"B\"}]\n");
        using IRecordSource records = input.ReadRecords();

        Assert.True(records.Read());
        Assert.Equal(3, records.Line);
        Assert.True(records.Read());
        Assert.Equal(6, records.Line);
        Assert.False(records.Read());
    }

    [Fact]
    public async Task Blank_lines_between_JSON_lines_are_skipped_and_counted()
    {
        using InputFile input = await InputText.OpenAsync("{\"ContactKey\":\"A\"}\r\n\r\n{\"ContactKey\":\"B\"}");
        using IRecordSource records = input.ReadRecords();

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
        int count = Math.Max(3, 200_000 / length);
        string text = "[" + string.Join(",\n", Enumerable.Repeat($$"""{"ContactKey":"A","Text":"{{value}}"}""", count)) + "]";

        List<string[]> records = await InputText.ReadAsync(text);

        Assert.Equal(count, records.Count);
        Assert.All(records, record => Assert.Equal($"Text={value}", record[1]));
    }
}
