using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class CsvRecordsTests
{
    [Fact]
    public async Task Values_are_texts_under_the_names_of_the_header()
    {
        var rows = await InputText.ReadAsync("ContactKey,To,Points\nA,a@example.com,007\nB,,\n");

        Assert.Equal(2, rows.Count);
        Assert.Equal(["ContactKey=A", "To=a@example.com", "Points=007"], rows[0]);
        Assert.Equal(["ContactKey=B", "To=", "Points="], rows[1]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Quoted_commas_quotes_and_newlines_belong_to_the_value(string newline)
    {
        var text = string.Join(newline, "ContactKey,Gift", "A,\"tea, \"\"Grey\"\"", "and cake\"", "B,x");

        var rows = await InputText.ReadAsync(text);

        Assert.Equal(2, rows.Count);
        Assert.Equal($"Gift=tea, \"Grey\"{newline}and cake", rows[0][1]);
        Assert.Equal("Gift=x", rows[1][1]);
    }

    [Fact]
    public async Task Blank_lines_are_no_rows()
    {
        var rows = await InputText.ReadAsync("\n\nContactKey\n\nA\n\nB\n\n");

        Assert.Equal(["ContactKey=A", "ContactKey=B"], rows.Select(Assert.Single));
    }

    [Fact]
    public async Task A_quoted_empty_cell_is_a_row()
    {
        var rows = await InputText.ReadAsync("ContactKey\n\"\"\n");

        Assert.Equal("ContactKey=", Assert.Single(Assert.Single(rows)));
    }

    [Fact]
    public async Task Spaces_around_a_column_name_do_not_matter()
    {
        var rows = await InputText.ReadAsync("ContactKey, To\nA, b\n");

        Assert.Equal(["ContactKey=A", "To= b"], Assert.Single(rows));
    }

    [Fact]
    public async Task A_row_is_found_at_the_line_where_it_begins()
    {
        using var input = await InputText.OpenAsync("ContactKey,Note\nA,\"1\n2\n3\"\n\nB,x\n", InputFormat.Csv);
        using var records = input.ReadRecords();

        Assert.True(records.Read());
        Assert.Equal(2, records.Line);
        Assert.True(records.Read());
        Assert.Equal(6, records.Line);
        Assert.False(records.Read());
    }

    [Fact]
    public async Task Every_pass_reads_all_rows_again()
    {
        using var input = await InputText.OpenAsync("\uFEFFContactKey\nA\nB\n");

        Assert.Equal(2, InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));
        Assert.Equal(2, InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));
    }

    [Fact]
    public async Task Rows_beyond_the_size_of_a_buffer_are_all_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"K{i},žluťoučký kůň {i}\n"));
        using var input = await InputText.OpenAsync("ContactKey,Name\n" + rows);
        using var records = input.ReadRecords();

        var count = 0;
        while (records.Read())
        {
            count++;
            var row = (CsvRow)records.Record;
            Assert.Equal([$"K{count}", $"žluťoučký kůň {count}"], row.Values);
            Assert.Equal(count + 1, records.Line);
        }

        Assert.Equal(20_000, count);
    }
}
