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
}
