using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>What a run id says: which keys, and who was sent to under it.</summary>
public sealed class SendJournalRunIdTests : JournalTest
{
    [Fact]
    public async Task Derived_keys_are_those_of_the_first_run_in_any_order_of_the_input()
    {
        object[] people = [.. Sends.People(5)];
        await RunAsync(Options, people[..3]);

        (var host, _) = await RunAsync(Options, [.. people.Reverse()]);

        Assert.Equal("Accepted Accepted (AlreadyAccepted) (AlreadyAccepted) (AlreadyAccepted)", Outcomes(host));
        Assert.Equal(5, Service.Taken.Count);
    }

    [Fact]
    public async Task A_given_run_id_has_the_same_keys_without_a_journal()
    {
        var options = Sends.Email() with { RunId = "monday" };
        (var first, _) = await RunAsync(options, [.. Sends.People(3)]);

        (var second, _) = await RunAsync(options, [.. Sends.People(3)]);

        Assert.Equal(
            first.Results.Select(result => result.MessageKey), second.Results.Select(result => result.MessageKey));
        Assert.All(second.Results, result =>
            Assert.Equal((SendOutcome.AlreadyAccepted, 0), (result.Outcome, result.ErrorCode)));
    }

    [Fact]
    public async Task One_run_id_with_two_definitions_sends_both()
    {
        var options = Sends.Email() with { RunId = "monday" };
        await RunAsync(options, [.. Sends.People(3)]);

        (var second, _) = await RunAsync(options with { DefinitionKey = "goodbye" }, [.. Sends.People(3)]);

        Assert.Equal("Accepted Accepted Accepted", Outcomes(second));
        Assert.Equal(6, Service.Taken.Count);
    }

    [Fact]
    public async Task Two_hosts_with_one_run_id_send_everybody_once_and_reject_nobody()
    {
        var first = await Sends.RunAsync(
            Service, Sends.Email() with { RunId = "monday", BatchSize = 3 }, Sends.People(12).Take(8));

        var second = await Sends.RunAsync(
            Service, Sends.Email() with { RunId = "monday", BatchSize = 5 }, Sends.People(12));

        Assert.All(first.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(8, second.Results.Count(result => result.Outcome == SendOutcome.AlreadyAccepted));
        Assert.Equal(4, second.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Empty(second.Errors);
        Assert.Equal(12, Service.Taken.Count);
    }

    [Fact]
    public async Task A_run_tells_how_many_were_taken_earlier_under_its_id()
    {
        var options = Sends.Email() with { RunId = "monday" };
        await RunAsync(options, [.. Sends.People(3)]);

        var summary = await Sends.RunAsync(Service, options, Sends.People(5), new RecordingHost(), Time);

        Assert.Equal((3L, 3L, 2L), (summary.TakenElsewhere, summary.AlreadyAccepted, summary.Accepted));
    }

    [Fact]
    public async Task Advice_on_the_rejected_and_the_unknown_names_the_run()
    {
        (var rejected, _) = await RunAsync(Options, Person("bad1"));
        Service.Take("k2");
        (var duplicate, _) = await RunAsync(Options, Person("k2"));
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        (var unknown, _) = await RunAsync(Options with { MaxRetryCount = 0 }, Person("k3"));

        Assert.Contains("-RunId 'run-1' and -RetryRejected", AdviceOf(rejected), StringComparison.Ordinal);
        Assert.Contains("give each a key of its own", AdviceOf(duplicate), StringComparison.Ordinal);
        Assert.Contains("-RunId 'run-1'", AdviceOf(unknown), StringComparison.Ordinal);
    }

    private static string AdviceOf(RecordingHost host) => Assert.Single(host.Errors).Error.RecommendedAction;
}
