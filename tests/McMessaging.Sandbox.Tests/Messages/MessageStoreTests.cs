using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Tests.Messages;

public class MessageStoreTests
{
    [Fact]
    public async Task Threads_which_bring_the_same_keys_at_once_have_each_accepted_once()
    {
        const int ThreadCount = 4;
        const int RoundCount = 2000;
        const int KeyCount = 20;
        var counters = new CounterStore();
        var store = new MessageStore(ThreadCount * RoundCount * KeyCount, TimeProvider.System, counters);
        var request = new ReceivedRequest("/messages", fault: null, RequestFrame.None);
        var source = new MessageSource("email", "welcome", 1, request);
        using var round = new Barrier(ThreadCount);

        await Task.WhenAll(Enumerable.Range(0, ThreadCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    for (var i = 0; i < RoundCount; i++)
                    {
                        round.SignalAndWait();
                        store.Take(source, Drafts(i, KeyCount));
                    }
                }
                finally
                {
                    round.RemoveParticipant();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        var accepted = store.List(message => message.Accepted);
        Assert.Equal(RoundCount * KeyCount, accepted.Count);
        Assert.Equal(RoundCount * KeyCount, accepted.Select(message => message.MessageKey).Distinct().Count());
        var snapshot = counters.Snapshot();
        Assert.Equal(RoundCount * KeyCount, snapshot.EmailAccepted);
        Assert.Equal((ThreadCount - 1) * RoundCount * KeyCount, snapshot.DuplicateKeys);
    }

    private static MessageDraft[] Drafts(int round, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new MessageDraft(
            $"key-{round}-{i}", "ada", "ada@example.com", new Dictionary<string, string>()))];
}
