using System.Runtime.Versioning;
using McMessaging.Client.Tests.Support;
using McMessaging.Rejected;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>When the file of rejected rows is made, replaced and refused.</summary>
public sealed class RejectedFileTests : RejectedTest
{
    [Fact]
    public async Task A_file_that_exists_is_refused_and_nothing_is_sent()
    {
        await File.WriteAllTextAsync(RejectedPath, "last night's");

        var error = await Assert.ThrowsAsync<McException>(() => SendAsync(Keeping, Row("A")));

        Assert.Equal("RejectedPathExists", error.ErrorId);
        Assert.EndsWith("exists.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
        Assert.Equal("last night's", await File.ReadAllTextAsync(RejectedPath));
    }

    [Fact]
    public void Two_runs_do_not_write_one_file()
    {
        using var first = new RejectedFile(RejectedPath, file => file);
        first.Open(mayReplace: false, journalPath: null);
        using var second = new RejectedFile(RejectedPath, file => file);

        var error = Assert.Throws<McException>(() => second.Open(mayReplace: false, journalPath: null));

        Assert.Equal("RejectedPathNotWritable", error.ErrorId);
    }

    [Fact]
    public async Task A_refused_file_leaves_the_journal_to_others()
    {
        await File.WriteAllTextAsync(RejectedPath, "last night's");
        await RunAsync(Options, Row("A"));
        File.Delete(JournalPath);
        var options = Options with { RejectedPath = RejectedPath };
        await Assert.ThrowsAsync<McException>(() => SendAsync(options, Row("A")));

        (_, var error) = await RunAsync(Options, Row("A"));

        Assert.Null(error);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_empty_file_left_by_a_killed_run_is_taken_over_and_becomes_its_owners_own()
    {
        await File.WriteAllTextAsync(RejectedPath, "");
        File.SetUnixFileMode(RejectedPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await RunAsync(Keeping, Row("A", "no address"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(RejectedPath));
        Assert.Equal("A", Assert.Single(Rejected)["ContactKey"]);
    }

    [UnixFact]
    public async Task A_device_is_not_removed_where_nothing_was_rejected()
    {
        var link = FileAt("device.csv");
        File.CreateSymbolicLink(link, "/dev/null");

        (_, var error) = await RunAsync(Keeping with { RejectedPath = link }, Row("A"));

        Assert.Null(error);
        Assert.True(File.Exists(link));
    }

    [Fact]
    public async Task The_journal_under_another_name_is_refused()
    {
        await RunAsync(Options, Row("A"));
        File.CreateSymbolicLink(RejectedPath, JournalPath);
        var before = await File.ReadAllTextAsync(JournalPath);

        var error = await Assert.ThrowsAsync<McException>(
            () => SendAsync(Options with { RejectedPath = RejectedPath }, Row("A")));

        Assert.Equal("SameFileTwice", error.ErrorId);
        Assert.Equal(before, await File.ReadAllTextAsync(JournalPath));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task It_is_readable_by_its_owner_only()
    {
        await RunAsync(Keeping, Row("A", "no address"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(RejectedPath));
    }

    [Fact]
    public async Task A_folder_is_told_as_one_before_anything_is_sent()
    {
        Directory.CreateDirectory(RejectedPath);

        var error = await Assert.ThrowsAsync<McException>(() => SendAsync(Keeping, Row("A")));

        Assert.Equal("RejectedPathNotWritable", error.ErrorId);
        Assert.EndsWith(": It is a folder.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Give -RejectedPath another file", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<McException>(
            () => SendAsync(Keeping with { RejectedPath = FileAt("missing", "rejected.csv") }, Row("A")));

        Assert.Equal("RejectedPathNotWritable", error.ErrorId);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_disk_that_fills_ends_the_run_in_order_and_everybody_has_a_result()
    {
        var full = new FailingDisk(room: 200);
        Service.FaultBefore = request => Service.Requests.Count is 2 or 4 ? Faults.Status(403)(request.Body) : null;
        object[] people = [.. Enumerable.Range(1, 50).Select(i => Row($"P{i}"))];

        (var host, var error) = await RunAsync(
            Options with
            {
                RejectedPath = RejectedPath,
                RejectedDisk = file => new FailingStream(file, full),
                BatchSize = 1,
            },
            people);

        Assert.Equal(("RejectedPathNotWritable", McErrorCategory.WriteError), (error?.ErrorId, error?.Category));
        Assert.Contains("The file lacks rows", error!.RecommendedAction, StringComparison.Ordinal);
        Assert.InRange(Service.Accepted.Count, 1, 40);
        Assert.Equal(Service.Accepted.Count, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        var journal = await SendJournalInfo.ReadAsync(JournalPath, default);
        Assert.Equal((Service.Accepted.Count, 0), (journal.Accepted, journal.InFlight));
    }

    [Fact]
    public async Task Of_two_runs_that_resume_at_a_time_the_second_leaves_the_rows_of_the_first()
    {
        File.WriteAllText(RejectedPath, "ContactKey,McMessageKey\nA,k\n");
        using var first = new RejectedFile(RejectedPath, file => file);
        first.Open(mayReplace: true, journalPath: null);
        using var second = new RejectedFile(RejectedPath, file => file);

        Assert.Throws<McException>(() => second.Open(mayReplace: true, journalPath: null));

        first.Write("rows"u8);
        first.Finish(isCutShort: false, mayBeInput: false);
        Assert.Equal("rows", await File.ReadAllTextAsync(RejectedPath));
    }

    private Task<SendSummary> SendAsync(SendOptions options, params object[] input) =>
        Sends.RunAsync(Service, options, input, new RecordingHost(), Time);

    [Fact]
    public void Rows_are_in_the_file_as_soon_as_they_are_written()
    {
        using var file = new RejectedFile(RejectedPath, stream => stream);
        file.Open(mayReplace: false, journalPath: null);

        file.Write("rows"u8);

        Assert.Equal(4, new FileInfo(RejectedPath).Length);
    }

    [Fact]
    public void After_a_failure_which_is_told_once_nothing_more_is_written()
    {
        var disk = new FailingDisk(room: 2);
        using var file = new RejectedFile(RejectedPath, stream => new FailingStream(stream, disk));
        file.Open(mayReplace: false, journalPath: null);

        Assert.Throws<McException>(() => file.Write("rows"u8));
        file.Write("more"u8);

        Assert.Equal(2, new FileInfo(RejectedPath).Length);
    }

    [Fact]
    public void What_comes_after_the_end_is_not_written()
    {
        using var file = new RejectedFile(RejectedPath, stream => stream);
        file.Open(mayReplace: false, journalPath: null);
        file.Write("rows"u8);
        file.Finish(isCutShort: false, mayBeInput: false);

        file.Write("more"u8);

        Assert.Equal("rows", File.ReadAllText(RejectedPath));
    }
}
