using System.Diagnostics;
using System.Runtime.Versioning;
using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

public sealed class JournalFileTests : JournalTest
{
    [Theory]
    [InlineData("below a file")]
    [InlineData("in a missing folder")]
    [InlineData("a folder")]
    [InlineData("a bad name")]
    public async Task A_path_that_cannot_be_written_ends_the_run_before_anything_is_sent(string kind)
    {
        await File.WriteAllTextAsync(FileAt("file"), "x");
        Directory.CreateDirectory(FileAt("folder"));
        var path = kind switch
        {
            "below a file" => FileAt("file", "run.journal"),
            "in a missing folder" => FileAt("missing", "run.journal"),
            "a folder" => FileAt("folder"),
            _ => FileAt("a\0b"),
        };

        (var host, var error) = await RunAsync(
            Options with { JournalPath = path }, Person("k1"), Person("k2"));

        Assert.Equal(("JournalNotUsable", McErrorCategory.OpenError), (error?.ErrorId, error?.Category));
        Assert.Contains("Nothing was sent", error!.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
        // Before anything was read, so that no output was opened.
        Assert.Empty(host.Results);
        Assert.Equal([FileAt("file")], Directory.GetFiles(FileAt()));
    }

    [Theory]
    [InlineData("", "(It is a folder)")]
    [InlineData(".starting", "run.journal.starting' is a folder)")]
    public async Task A_folder_that_stands_in_its_way_is_told_as_one(string ending, string said)
    {
        Directory.CreateDirectory(JournalPath + ending);

        (_, var error) = await RunAsync(Options, Person("k1"));

        Assert.Contains(said, error?.Message, StringComparison.Ordinal);
        Assert.StartsWith("Give another file", error!.RecommendedAction, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_device_that_keeps_nothing_is_no_place_for_a_journal()
    {
        (var host, var error) = await RunAsync(
            Options with { JournalPath = "/dev/null" }, Person("k1"));

        Assert.Equal("JournalNotUsable", error?.ErrorId);
        Assert.Empty(Service.Requests);
        // Before anything was read.
        Assert.Empty(host.Results);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_intent_is_in_the_file_before_its_request_is_seen_by_the_service()
    {
        var seen = new List<string>();
        Service.OnRequest = request => seen.Add($"{Read(JournalPath)}\n{string.Join(',', request.Keys)}");

        await RunAsync(Options, Person("k1"), Person("k2"), Person("k3"));

        Assert.Equal(2, seen.Count);
        Assert.All(seen, text =>
        {
            var keys = text.Split('\n')[^1].Split(',').Select(key => $"\"{key}\"");
            Assert.Contains($"\"intent\":[{string.Join(',', keys)}],", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_intent_is_kept_by_the_disk_before_its_request_is_seen_by_the_service()
    {
        var kept = "";
        var disk = new FailingDisk { OnKept = file => kept = ReadOwn(file) };
        var seen = new List<bool>();
        Service.OnRequest = request =>
            seen.Add(request.Keys.All(key => kept.Contains($"\"{key}\"", StringComparison.Ordinal)));

        var options = Options with { JournalDisk = disk.Hold };
        await RunAsync(options, Person("k1"), Person("k2"), Person("k3"));

        Assert.Equal([true, true], seen);
    }

    [Fact]
    public async Task The_folders_entry_of_a_new_journal_is_kept_before_its_first_request()
    {
        var flushed = new List<string>();
        Service.OnRequest = _ => flushed.Add("request");
        var options = Options with { JournalFolderFlush = folder => flushed.Add(folder) };

        await RunAsync(options, Person("k1"));

        Assert.Equal([Path.GetDirectoryName(JournalPath)!, "request"], flushed);
    }

    [Fact]
    public async Task A_folder_whose_entry_the_disk_does_not_keep_ends_the_run()
    {
        var options = Options with { JournalFolderFlush = _ => throw new IOException("Input/output error.") };

        (_, var error) = await RunAsync(options, Person("k1"));

        Assert.Equal("JournalNotUsable", error?.ErrorId);
        Assert.Empty(Service.Requests);
    }

    // The lock keeps out other readers of this process.
    private static string Read(string path)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [path]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd();
    }

    private static string ReadOwn(FileStream file)
    {
        var bytes = new byte[file.Length];
        RandomAccess.Read(file.SafeFileHandle, bytes, 0);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
