using FsCheck;
using FsCheck.Fluent;
using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Properties;

public sealed class RunProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);

    [Fact]
    public void A_keyed_run_gives_one_true_result_each_and_takes_nothing_twice() => Check(async scenario =>
    {
        var service = new ModelService(scenario.Faults);

        IReadOnlyList<SendResult> results = await RunAsync(service, scenario, MessageChannel.Email);

        Truth.OneResultEachInOrder([.. scenario.Input], results);
        Truth.NothingIsTakenTwice(service);
        Truth.EveryWordAgreesWithTheKeys(service, results);
    });

    [Fact]
    public void A_triggered_run_gives_one_true_result_each_and_repeats_nothing_that_may_be_taken() => Check(async scenario =>
    {
        var service = new ModelService(scenario.Faults);

        IReadOnlyList<SendResult> results = await RunAsync(service, scenario, MessageChannel.Triggered);

        Truth.OneResultEachInOrder([.. scenario.Input], results);
        Truth.EveryWordAgreesWithTheContacts(service, results);
    });

    [Fact]
    public void A_stopped_run_that_is_started_again_with_its_journal_takes_everything_once() => Check(async scenario =>
    {
        string folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;
        try
        {
            string journal = Path.Combine(folder, "run.journal");
            using var stop = new CancellationTokenSource();
            var service = new ModelService(
                scenario.Faults, number => { if (number == 1 + scenario.People.Length / 8) stop.Cancel(); });
            IReadOnlyList<SendResult> first = await RunAsync(service, scenario, MessageChannel.Email, journal, stop.Token);
            Truth.NothingIsTakenTwice(service);
            Truth.EveryWordAgreesWithTheKeys(service, first);

            service.Heal();
            IReadOnlyList<SendResult> second = await RunAsync(service, scenario, MessageChannel.Email, journal);

            Truth.OneResultEachInOrder([.. scenario.Input], second);
            Truth.NothingIsTakenTwice(service);
            Truth.EveryWordAgreesWithTheKeys(service, second);
            Assert.All(second, result => Assert.Contains(
                result.Outcome, new[] { SendOutcome.Accepted, SendOutcome.AlreadyAccepted, SendOutcome.Rejected }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    private static void Check(Func<Scenario, Task> property) => FsCheck.Check.One(
        Runs, Prop.ForAll(Scenario.Arbitrary, scenario => property(scenario).GetAwaiter().GetResult()));

    private static async Task<IReadOnlyList<SendResult>> RunAsync(
        ModelService service,
        Scenario scenario,
        MessageChannel channel,
        string? journal = null,
        CancellationToken stop = default)
    {
        var host = new RecordingHost();
        var options = new SendOptions
        {
            Channel = channel,
            DefinitionKey = "welcome",
            BatchSize = scenario.BatchSize,
            ThrottleLimit = scenario.ThrottleLimit,
            MaxRetryCount = scenario.MaxRetryCount,
            RetryTimeout = TimeSpan.FromDays(1),
            JournalPath = journal,
        };
        try
        {
            await SendAllAsync(service, scenario, options, host, stop);
        }
        catch (McException e) when (e.Category == McErrorCategory.AuthenticationError)
        {
            // The model refused token after token, and the run ended.
        }

        return PadUnread(host.Results, scenario);
    }

    private static async Task SendAllAsync(
        ModelService service, Scenario scenario, SendOptions options, RecordingHost host, CancellationToken stop)
    {
        using Connection connection = await Sends.ConnectAsync(service, new VirtualTime());
        await using SendOperation operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), host, stop);
        try
        {
            foreach (object recipient in scenario.Input) await operation.AddAsync(recipient);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was read still gets its result below.
        }

        await operation.CompleteAsync();
    }

    // What was not read when the run ended has no result, and was not sent.
    private static List<SendResult> PadUnread(List<SendResult> results, Scenario scenario) => [.. results, .. scenario.Input
        .Skip(results.Count)
        .Cast<Recipient>()
        .Select(unread => new SendResult { ContactKey = unread.ContactKey, To = unread.To, Outcome = SendOutcome.Cancelled })];
}
