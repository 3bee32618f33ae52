using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>What fits into CSV, and what needs JSON Lines.</summary>
public sealed class RejectedFormatTests : RejectedTest
{
    [Fact]
    public async Task Rows_that_nest_need_json_lines_which_is_told_before_anything_is_sent()
    {
        var nested = Row("A");
        nested["Tags"] = new[] { "x", "y" };

        (_, var error) = await RunAsync(Keeping, Row("B"), nested);

        Assert.Equal("RejectedRowsNeedJsonLines", error?.ErrorId);
        Assert.Empty(Service.Requests);
        Assert.False(File.Exists(RejectedPath));
    }

    [Fact]
    public async Task Rows_with_other_columns_need_json_lines_and_late_ones_end_the_run_in_order()
    {
        var other = Row("E");
        other["City"] = "Rome";

        (var host, var error) = await RunAsync(Keeping, Row("A"), Row("B"), Row("C"), Row("D"), other, Row("F"));

        Assert.Equal("RejectedRowsNeedJsonLines", error?.ErrorId);
        Assert.Equal(5, host.Results.Count);
        Assert.Equal(
            host.Results.Where(result => result.Outcome != SendOutcome.Accepted).Select(result => result.ContactKey),
            Rejected.Select(row => row["ContactKey"]));
    }

    [Fact]
    public async Task Json_lines_keep_rows_that_nest_and_differ()
    {
        var nested = Row("A", "no address");
        nested["Tags"] = new object[] { "x", 1.5, true };
        var other = Row("B", "no address\ud83d");
        other["Count"] = 3;
        var path = FileAt("rejected.JSONL");

        await RunAsync(Keeping with { RejectedPath = path }, nested, other);

        var rows = File.ReadAllLines(path).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal("""["x",1.5,true]""", rows[0]["Tags"]!.ToJsonString());
        Assert.Equal(3, (int)rows[1]["Count"]!);
        Assert.Equal(["Rejected", "Rejected"], rows.Select(row => (string)row["McOutcome"]!));
    }

    [Theory]
    [InlineData("rejected.csv")]
    [InlineData("rejected.jsonl")]
    public async Task A_file_is_in_the_encoding_that_was_asked_for_and_says_so_once(string name)
    {
        var options = Keeping with
        {
            RejectedPath = FileAt(name),
            RejectedFormat = new() { Encoding = Encoding.Unicode },
        };

        await RunAsync(options with { BatchSize = 1 }, Row("A", "no address"), Row("東京", "no address"));

        var bytes = await File.ReadAllBytesAsync(FileAt(name));
        Assert.Equal([0xff, 0xfe], bytes[..2]);
        var text = Encoding.Unicode.GetString(bytes[2..]);
        Assert.Contains("東京", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufeff', text);
    }

    [Fact]
    public async Task A_row_with_half_a_character_is_kept_as_CSV_as_far_as_it_goes()
    {
        var row = Row("A");
        row["FirstName"] = "half\ud83d";

        (_, var error) = await RunAsync(Keeping, row);

        Assert.Null(error);
        Assert.StartsWith("half", (string?)Assert.Single(Rejected)["FirstName"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_have_no_mark_before_them()
    {
        var path = FileAt("rejected.jsonl");

        await RunAsync(Keeping with { RejectedPath = path }, Row("A", "no address"));

        Assert.Equal((byte)'{', (await File.ReadAllBytesAsync(path))[0]);
    }

    // Programs trim cells, split them at their own delimiter, and take what begins with # for a comment.
    [Theory]
    [InlineData(",x")]
    [InlineData("#x")]
    [InlineData("x;")]
    [InlineData(" x")]
    [InlineData("x ")]
    [InlineData("\u00a0x")]
    public async Task A_cell_that_another_program_would_change_is_quoted(string cell)
    {
        var row = Row("A", "no address");
        row["FirstName"] = cell;

        await RunAsync(Keeping, row);

        Assert.Contains($",\"{cell}\",", await File.ReadAllTextAsync(RejectedPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_tell_what_can_be_told_of_values_that_are_no_text()
    {
        var half = Row("A", "no address");
        half["Tags"] = JsonDocument.Parse("{\n \"x\": \"\\ud83d\"\n}").RootElement;
        var endless = Row("B", "no address");
        var list = new List<object>();
        list.Add(list);
        endless["Tags"] = list;
        var path = FileAt("rejected.jsonl");

        await RunAsync(Keeping with { RejectedPath = path }, half, endless);

        var lines = await File.ReadAllLinesAsync(path);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"Tags\":{  \"x\": \"\\ud83d\" },", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"Tags\":null,", lines[1], StringComparison.Ordinal);
    }
}
