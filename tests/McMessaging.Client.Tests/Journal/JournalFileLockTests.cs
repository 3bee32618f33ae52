using System.Diagnostics;
using System.Runtime.Versioning;
using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

/// <summary>One run at a time.</summary>
public sealed class JournalFileLockTests : JournalTest
{
    [Fact]
    public async Task A_second_run_is_refused_while_the_first_has_the_journal()
    {
        await RunAsync(Options, Person("k1"));
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var first = await StartAsync(connection))
        {
            var error = await Assert.ThrowsAsync<McException>(() => StartAsync(connection));
            Assert.Equal(("JournalInUse", McErrorCategory.ResourceBusy), (error.ErrorId, error.Category));
        }

        await using var afterwards = await StartAsync(connection);
    }

    [Fact]
    public async Task Of_two_new_runs_the_second_is_refused_before_it_reads_anything()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using var first = await StartAsync(connection);

        var early = await Assert.ThrowsAsync<McException>(() => StartAsync(connection));
        await first.AddAsync(Person("k1"));
        await first.CompleteAsync();
        var late = await Assert.ThrowsAsync<McException>(() => StartAsync(connection));

        Assert.Equal(("JournalInUse", "JournalInUse"), (early.ErrorId, late.ErrorId));
        Assert.Equal(["k1"], Service.Taken);
        Assert.Equal([JournalPath], Directory.GetFiles(FileAt()));
    }

    [Fact]
    public async Task A_run_that_sent_nothing_leaves_nothing_in_the_way_of_the_next()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (await StartAsync(connection))
        {
        }

        Assert.Empty(Directory.GetFiles(FileAt()));
        await using var second = await StartAsync(connection);
    }

    [UnixFact]
    public async Task What_a_killed_run_left_before_its_journal_is_taken_over()
    {
        await File.WriteAllTextAsync(JournalPath + ".starting", "");

        (var host, var error) = await RunAsync(Options, Person("k1"));

        Assert.Null(error);
        Assert.Equal("Accepted", Outcomes(host));
        Assert.Equal([JournalPath], Directory.GetFiles(FileAt()));
    }

    [Fact]
    public async Task A_journal_that_came_from_elsewhere_meanwhile_is_not_written_over()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using var run = await StartAsync(connection);
        await File.WriteAllTextAsync(JournalPath, "of another computer");
        await run.AddAsync(Person("k1"));

        var error = await Assert.ThrowsAsync<McException>(run.CompleteAsync);

        Assert.Equal("JournalInUse", error.ErrorId);
        Assert.Empty(Service.Requests);
        Assert.Equal("of another computer", await File.ReadAllTextAsync(JournalPath));
    }

    [Fact]
    public async Task A_run_that_could_not_start_holds_nothing()
    {
        await RunAsync(Options, Person("k1"));
        (_, var error) = await RunAsync(Options with { DefinitionKey = "other" }, Person("k1"));

        await using var free = File.Open(JournalPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("JournalOfAnotherRun", error?.ErrorId);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, true)]
    [InlineData(80, true)]
    [InlineData(11, true)]
    [InlineData(35, true)]
    [InlineData(17, true)]
    [InlineData(28, false)]
    [InlineData(112, false)]
    public void What_each_system_says_of_a_file_that_another_run_has_is_understood(int code, bool isHeld) =>
        Assert.Equal(isHeld, JournalClaim.IsHeldByAnother(new IOException("", unchecked((int)0x80070000) | code)));

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Another_process_that_has_the_journal_keeps_this_one_out()
    {
        await RunAsync(Options, Person("k1"));
        var start = new ProcessStartInfo("flock", ["--exclusive", JournalPath, "sh", "-c", "echo held; cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var other = Process.Start(start)!;
        Assert.Equal("held", await other.StandardOutput.ReadLineAsync());

        (_, var error) = await RunAsync(Options, Person("k1"), Person("k2"));
        other.StandardInput.Close();
        await other.WaitForExitAsync();
        (var host, _) = await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.Equal(("JournalInUse", McErrorCategory.ResourceBusy), (error?.ErrorId, error?.Category));
        Assert.Equal("(AlreadyAccepted) Accepted", Outcomes(host));
    }

    private Task<SendOperation> StartAsync(Connection connection) => SendOperation.StartAsync(
        connection, Options, new DictionaryReader(), new RecordingHost(), CancellationToken.None);
}
