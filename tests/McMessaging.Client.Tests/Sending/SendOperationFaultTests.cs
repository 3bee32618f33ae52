using McMessaging.Client.Tests.Support;
using McMessaging.Endpoints;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>A fault of the program itself: what the sender of a batch does not catch.</summary>
public sealed class SendOperationFaultTests
{
    private readonly RecordingHost _host = new();

    [Fact]
    public async Task It_leaves_those_of_the_batch_unknown_and_reaches_the_caller_at_the_end()
    {
        await using var operation = WithoutASettler(Sends.Email() with { BatchSize = 2 });
        await operation.AddAsync(Sends.People(1).Single());

        await Assert.ThrowsAsync<NullReferenceException>(operation.CompleteAsync);

        var result = Assert.Single(_host.Results);
        Assert.Equal(
            (SendOutcome.Unknown, "UnexpectedError", 1L, "contact-1", "person1@example.com"),
            (result.Outcome, result.ErrorName, result.Index, result.ContactKey, result.To));
        Assert.NotNull(result.MessageKey);
    }

    private SendOperation WithoutASettler(SendOptions options)
    {
        var run = new RunName("run-1", options.Channel, HasJournal: false);
        var time = new VirtualTime();
        var reader = new DictionaryReader();
        var endpoint = new MessagesEndpoint(options, []);
        var keys = new MessageKeys("run-1", options.Channel, endpoint.DefinitionName);
        var results = new ResultFactory(endpoint);
        var abort = new RunAbort(run);
        var resume = new ResumeCheck(null, keys, abort);
        var counters = new SendCounters(time, null);
        var earlier = new EarlierOutcome(options, endpoint, null, results, abort, time);
        var decider = new RecipientDecider(new KeyChoice(keys, null, earlier, reader), earlier, resume, results);
        return new SendOperation(
            new RecipientBatcher(
                options,
                endpoint,
                new RecipientMapper(options.Mapping, options.Channel, reader),
                keys,
                decider,
                resume,
                results,
                counters,
                rejected: null),
            new BatchSender(endpoint, settler: null!, journal: null, results, counters, abort, _host),
            new ResultWriter(_host, counters, null, run, abort, () => { }),
            counters,
            journal: null,
            abort,
            new CancellationTokenSource(),
            window: 4);
    }
}
