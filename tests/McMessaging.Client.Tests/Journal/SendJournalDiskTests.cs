using System.Text;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>What a run waits for its disk for: a wait costs milliseconds, and what is not kept may be lost.</summary>
public sealed class SendJournalDiskTests : JournalTest
{
    private readonly List<JsonNode> _lastLines = [];
    private readonly FailingDisk _disk;

    public SendJournalDiskTests() => _disk = new FailingDisk { OnKept = file => _lastLines.Add(LastLine(file)) };

    [Fact]
    public async Task A_run_waits_for_the_disk_before_each_request_and_at_its_end_and_no_more()
    {
        var options = Options with { JournalDisk = _disk.Hold };

        await RunAsync(options, Person("k1"), Person("k2"), Person("k3"));

        Assert.Equal(["intent", "intent", "finished"], _lastLines.Select(Kind));
    }

    [Fact]
    public async Task Outcomes_of_a_run_that_is_not_finished_are_kept_when_it_ends()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);

        await RunAsync(Options with { JournalDisk = _disk.Hold }, Person("k1"));

        Assert.Equal(["intent", "key"], _lastLines.Select(Kind));
    }

    [Fact]
    public async Task How_the_file_of_rejected_rows_was_left_costs_no_wait_of_its_own()
    {
        var options = Options with { JournalDisk = _disk.Hold, RejectedPath = FileAt("rejected.jsonl") };

        await RunAsync(options, Person("k1"), Person("bad2"));

        Assert.Equal(["intent", "finished"], _lastLines.Select(Kind));
        Assert.Contains(Lines, line => line["rejected"] is not null);
    }

    [Fact]
    public async Task A_run_that_sent_nothing_begins_no_journal_whatever_it_rejected()
    {
        var rejectedPath = FileAt("rejected.jsonl");

        await RunAsync(
            Options with { RejectedPath = rejectedPath }, new Recipient { ContactKey = "c", To = "no address" });

        Assert.Equal([rejectedPath], Directory.GetFiles(FileAt()));
    }

    [Fact]
    public async Task What_no_request_was_made_for_costs_no_wait()
    {
        await RunAsync(Options with { JournalDisk = _disk.Hold }, Person("k1"));
        _lastLines.Clear();

        await RunAsync(Options with { JournalDisk = _disk.Hold }, Person("k1"));

        Assert.Empty(_lastLines);
    }

    private static string Kind(JsonNode line) =>
        line.AsObject().Select(member => member.Key).First(name => name is not ("n" or "at"));

    private static JsonNode LastLine(FileStream file)
    {
        var bytes = new byte[file.Length];
        RandomAccess.Read(file.SafeFileHandle, bytes, 0);
        return JsonNode.Parse(Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n')[^1])!;
    }
}
