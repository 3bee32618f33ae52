using System.Collections.Specialized;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>Rejected rows of shards: what is corrected in them may be what the shard depends on.</summary>
public sealed class RejectedShardTests : RejectedTest
{
    private const int Shards = 3;

    // Some have no contact key, some the wrong one.
    private static object[] Input =>
        [.. Enumerable.Range(0, 12).Select(i => Row(i % 2 == 0 ? "" : $"W{i}", "no address"))];

    [Theory]
    [InlineData("rejected.csv")]
    [InlineData("rejected.jsonl")]
    public async Task Each_corrected_row_is_sent_once_by_the_shard_whose_file_it_stands_in(string name)
    {
        var people = 0;
        for (var number = 1; number <= Shards; number++)
        {
            await RunAsync(ShardOf(number, name), Input);
        }

        for (var number = 1; number <= Shards; number++)
        {
            var options = ShardOf(number, name);
            var rows = RowsOf(options.RejectedPath!);
            (var host, _) = await RunAsync(options, [.. rows.Select(row => Corrected(row, $"P{people++}"))]);
            Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        }

        Assert.Equal(Input.Length, people);
        Assert.All(Enumerable.Range(0, people), person => Assert.Equal(1, MessagesOf($"P{person}")));
    }

    [Fact]
    public async Task One_file_of_all_corrected_rows_is_shared_by_the_shards()
    {
        List<object> all = [];
        for (var number = 1; number <= Shards; number++)
        {
            var options = ShardOf(number, "rejected.csv");
            await RunAsync(options, Input);
            all.AddRange(RowsOf(options.RejectedPath!).Select(row => Corrected(row, $"P{all.Count}")));
        }

        for (var number = 1; number <= Shards; number++)
        {
            await RunAsync(ShardOf(number, "again.csv"), [.. all]);
        }

        Assert.Equal(Input.Length, Service.Accepted.Count);
        Assert.All(Enumerable.Range(0, all.Count), person => Assert.Equal(1, MessagesOf($"P{person}")));
    }

    [Theory]
    [InlineData("1 of 4")]
    [InlineData("1/3")]
    [InlineData("")]
    public async Task Where_the_row_names_no_such_shard_its_contact_key_decides(string shard)
    {
        var row = Row("P");
        row["McMessageKey"] = "k";
        row["McOutcome"] = "Rejected";
        row["McErrorCode"] = "109121";
        row["McShard"] = shard;
        for (var number = 1; number <= Shards; number++)
        {
            await RunAsync(ShardOf(number, "rejected.csv") with { JournalPath = null }, row);
        }

        Assert.Equal(1, MessagesOf("P"));
    }

    private SendOptions ShardOf(int number, string name) => Options with
    {
        Shard = new SendShard(number, Shards),
        JournalPath = FileAt($"{number}.journal"),
        RejectedPath = FileAt($"{number}-{name}"),
    };

    private static OrderedDictionary[] RowsOf(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var rows = path.EndsWith(".csv", StringComparison.Ordinal)
            ? CsvText.Read(path)
            : [.. File.ReadAllLines(path).Select(MembersOf)];
        File.Delete(path);
        return rows;
    }

    private static OrderedDictionary MembersOf(string line)
    {
        var row = new OrderedDictionary();
        foreach (var member in JsonNode.Parse(line)!.AsObject())
        {
            row.Add(member.Key, member.Value?.ToString());
        }

        return row;
    }

    private static OrderedDictionary Corrected(OrderedDictionary row, string contactKey)
    {
        row["ContactKey"] = contactKey;
        row["To"] = contactKey + "@example.com";
        return row;
    }
}
