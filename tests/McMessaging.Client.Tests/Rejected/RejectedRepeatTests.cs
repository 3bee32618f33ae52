using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>The same command again, after a run in which every row was rejected before anything was sent.</summary>
public sealed class RejectedRepeatTests : RejectedTest
{
    private string KeptPath => Path.ChangeExtension(RejectedPath, ".before.csv");

    private SendOptions WithFile => WithoutRunId with { RejectedPath = RejectedPath };

    [Fact]
    public async Task It_runs_and_says_the_same_again()
    {
        await RunAsync(WithFile, Row("A", "no address"), Row("B", "no address"));
        var before = await File.ReadAllTextAsync(RejectedPath);

        (var host, var error) = await RunAsync(WithFile, Row("A", "no address"), Row("B", "no address"));

        Assert.Null(error);
        Assert.Equal("Rejected Rejected", Outcomes(host));
        Assert.Equal(before, await File.ReadAllTextAsync(RejectedPath));
        Assert.Equal([RejectedPath, JournalPath], Directory.GetFiles(FileAt()).Order());
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task It_sends_what_was_corrected_and_keeps_the_file_of_the_run_before()
    {
        await RunAsync(WithFile, Row("A", "no address"), Row("B", "no address"));
        var before = await File.ReadAllTextAsync(RejectedPath);

        (var host, var error) = await RunAsync(WithFile, Row("A"), Row("B", "no address"));

        Assert.Null(error);
        Assert.Equal("Accepted Rejected", Outcomes(host));
        Assert.Equal("B", Assert.Single(Rejected)["ContactKey"]);
        Assert.Equal(before, await File.ReadAllTextAsync(KeptPath));
    }

    [Fact]
    public async Task It_runs_on_another_day_too()
    {
        await RunAsync(WithFile, Row("A", "no address"));
        Time.Advance(TimeSpan.FromDays(1));

        (var host, var error) = await RunAsync(WithFile, Row("A"));

        Assert.Null(error);
        Assert.Equal("Accepted", Outcomes(host));
    }

    [Fact]
    public async Task Once_something_was_sent_a_finished_run_is_not_taken_up_by_accident()
    {
        await RunAsync(WithFile, Row("A", "no address"));
        await RunAsync(WithFile, Row("A"));

        (_, var error) = await RunAsync(WithFile, Row("A"));

        Assert.Equal("JournalFinished", error?.ErrorId);
        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task A_run_that_is_killed_with_its_first_rejected_rows_has_its_journal_by_then()
    {
        var hasJournal = false;
        var host = new RecordingHost
        {
            OnResults = _ =>
            {
                hasJournal = File.Exists(JournalPath);
                return Task.CompletedTask;
            },
        };

        await Sends.RunAsync(Service, WithFile, [Row("A", "no address")], host, Time);

        Assert.True(hasJournal);
    }

    [Fact]
    public async Task A_file_of_another_run_is_refused_still()
    {
        await RunAsync(WithFile, Row("A", "no address"));

        (_, var error) = await RunAsync(WithFile with { JournalPath = FileAt("new.journal") }, Row("B", "no address"));

        Assert.Equal("RejectedPathExists", error?.ErrorId);
        Assert.Equal("A", Assert.Single(Rejected)["ContactKey"]);
    }
}
