using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Responses;

/// <summary>Damaged responses to every call but a send: a value, or an error in words.</summary>
public sealed class OperationResponseFuzzTests
{
    private const int MostItems = 10_000;
    private static readonly int[] Statuses = [200, 200, 200, 202, 400, 404, 409];

    private static readonly Func<Connection, Task>[] Calls =
    [
        connection => new MessageStatuses(connection).GetAsync(MessageChannel.Email, "k1", default),
        connection => new MessageStatuses(connection).GetAsync(MessageChannel.Sms, "k1", default),
        connection => CountAsync(new NotSentMessages(connection).ListAsync(MessageChannel.Email, null, null, default)),
        connection => new SendDefinitions(connection).GetAsync(MessageChannel.Email, "welcome", default),
        connection => new SendDefinitions(connection).GetAsync(MessageChannel.Sms, "welcome", default),
        connection => CountAsync(
            new SendDefinitions(connection).ListAsync(MessageChannel.Email, new DefinitionFilter(), default)),
        connection => new SendQueues(connection).GetAsync(MessageChannel.Email, "welcome", default),
        connection => new TriggeredSendStatuses(connection).GetByKeyAsync("welcome", Guid.Empty.ToString(), default),
    ];

    [Fact]
    public async Task Each_gives_a_value_or_an_error_in_words()
    {
        var corpus = Corpus.Of("responses");
        using var service = await FuzzedService.ConnectAsync();

        await Fuzzing.RunAsync("operations", async (mutator, input) =>
        {
            input.Bytes = mutator.Damage(corpus);
            service.RespondWith(mutator.Pick(Statuses), input.Bytes);
            try
            {
                await mutator.Pick(Calls)(service.Connection);
            }
            catch (McException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
            }
        });
    }

    private static async Task CountAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var _ in items)
        {
            Assert.InRange(++count, 1, MostItems);
        }
    }
}
