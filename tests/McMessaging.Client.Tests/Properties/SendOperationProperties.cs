using FsCheck;
using FsCheck.Fluent;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Properties;

public sealed class SendOperationProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);

    [Fact]
    public void A_keyed_run_gives_one_true_result_each_and_takes_nothing_twice() => Check(async scenario =>
    {
        var service = new FaultScript(scenario.Faults).Service();

        var results = await new ModelRun(service, scenario, MessageChannel.Email).ResultsAsync();

        Truth.OneResultEachInOrder([.. scenario.Input], results);
        Truth.NothingIsTakenTwice(service);
        Truth.EveryWordAgreesWithTheKeys(service, results);
    });

    [Fact]
    public void A_triggered_run_gives_one_true_result_each_and_retries_nothing_that_may_be_taken() => Check(
    async scenario =>
    {
        var service = new FaultScript(scenario.Faults).Service();

        var results = await new ModelRun(service, scenario, MessageChannel.Triggered).ResultsAsync();

        Truth.OneResultEachInOrder([.. scenario.Input], results);
        Truth.EveryWordAgreesWithTheContacts(service, results);
    });

    [Fact]
    public void A_stopped_run_that_is_started_again_with_its_journal_takes_everything_once() => Check(async scenario =>
    {
        using var stop = new CancellationTokenSource();
        var last = 1 + (scenario.People.Length / 8);
        var faults = new FaultScript(scenario.Faults);
        var service = faults.Service(number =>
        {
            if (number == last)
            {
                stop.Cancel();
            }
        });

        await RunTwiceAsync(new ModelRun(service, scenario, MessageChannel.Email) { Stop = stop.Token }, faults);
    });

    [Fact]
    public void A_run_whose_disk_fails_and_that_is_started_again_takes_everything_once() => Check(async scenario =>
    {
        var faults = new FaultScript(scenario.Faults);
        var disk = new FailingDisk(room: scenario.People.Sum() % 3000);

        await RunTwiceAsync(new ModelRun(faults.Service(), scenario, MessageChannel.Email) { Disk = disk }, faults);
    });

    // A finished journal is taken up where its run is named, and only there.
    private static async Task<IReadOnlyList<RecipientResult>> AgainAsync(ModelRun run)
    {
        if (!File.Exists(run.JournalPath) || !await IsFinishedAsync(run.JournalPath))
        {
            return await run.ResultsAsync();
        }

        var error = await Assert.ThrowsAsync<McException>(run.ResultsAsync);
        Assert.Equal("JournalFinished", error.ErrorId);
        var journal = await SendJournalInfo.ReadAsync(run.JournalPath!, CancellationToken.None);
        return await (run with { RunId = journal.RunId }).ResultsAsync();
    }

    // Its last line is whole if it is sealed, even where the disk had no room for the line's end.
    private static async Task<bool> IsFinishedAsync(string journalPath) =>
        (await File.ReadAllTextAsync(journalPath)).Contains("\"finished\":true", StringComparison.Ordinal)
        && (await SendJournalInfo.ReadAsync(journalPath, CancellationToken.None)).Finished;

    private static void Check(Func<Scenario, Task> property) => FsCheck.Check.One(
        Runs, Prop.ForAll(Scenario.Arbitrary, scenario => property(scenario).GetAwaiter().GetResult()));

    private static async Task RunTwiceAsync(ModelRun run, FaultScript faults)
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;
        try
        {
            var journal = Path.Combine(folder, "run.journal");
            var first = await (run with { JournalPath = journal }).ResultsAsync();
            Truth.NothingIsTakenTwice(run.Service);
            Truth.EveryWordAgreesWithTheKeys(run.Service, first);

            faults.End();
            var again = new ModelRun(run.Service, run.Scenario, run.Channel) { JournalPath = journal };
            var second = await AgainAsync(again);

            Truth.OneResultEachInOrder([.. run.Scenario.Input], second);
            Truth.NothingIsTakenTwice(run.Service);
            Truth.EveryWordAgreesWithTheKeys(run.Service, second);
            Assert.All(second, result => Assert.Contains(
                result.Outcome, new[] { SendOutcome.Accepted, SendOutcome.AlreadyAccepted, SendOutcome.Rejected }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
