using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>What nobody foresaw ends a run, and loses nobody.</summary>
public sealed class SendOperationUnforeseenErrorTests : JournalTest
{
    private static readonly object[] People = [.. Enumerable.Range(1, 5).Select(i => Person("k" + i))];

    [Fact]
    public async Task Who_was_in_the_request_may_have_been_sent_and_the_others_were_not()
    {
        var host = await FailAfterTheFirstRequestAsync();

        Assert.Equal("Accepted Accepted Unknown Unknown Cancelled", Outcomes(host));
        Assert.Equal(
            [(3, "k3", "contact-k3", "UnexpectedError", 1), (4, "k4", "contact-k4", "UnexpectedError", 1)],
            host.Results.Where(result => result.Outcome == SendOutcome.Unknown)
                .Select(result =>
                    (result.Index, result.MessageKey, result.ContactKey, result.ErrorName, result.Attempts)));
    }

    [Fact]
    public async Task The_same_run_with_its_journal_sends_them_again_with_their_keys()
    {
        await FailAfterTheFirstRequestAsync();

        (var host, var error) = await RunAsync(Options, People);

        Assert.Null(error);
        Assert.Equal("(AlreadyAccepted) (AlreadyAccepted) Accepted Accepted Accepted", Outcomes(host));
        Assert.Equal(5, Service.Accepted.Count);
    }

    private async Task<RecordingHost> FailAfterTheFirstRequestAsync()
    {
        var host = new RecordingHost();
        var clock = new FailingClock(Time, () => Service.Requests.Count > 0);
        var error = await Assert.ThrowsAsync<McException>(
            () => Sends.RunAsync(Service, Options, People, host, clock));
        Assert.Contains(FailingClock.Error.GetType().Name, error.Message, StringComparison.Ordinal);
        return host;
    }
}
