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

    [Fact]
    public void Those_who_send_do_not_wait_for_a_list()
    {
        var store = NewStore(3, out var source);

        var listed = store.List(_ => TakeMore(store, source));
        var newest = store.ListNewest(2, _ => TakeMore(store, source));

        Assert.Equal(3, listed.Count);
        Assert.Equal(2, newest.Count);
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(1024, 3977)]
    [InlineData(1025, 3976)]
    [InlineData(5000, 1)]
    [InlineData(5001, 0)]
    public void A_list_has_all_from_its_first_on_in_order(long from, int count)
    {
        var store = NewStore(5000, out _);

        var listed = store.List(_ => true, from);

        Assert.Equal(Enumerable.Range((int)from, count).Select(i => (long)i), listed.Select(m => m.Sequence));
    }

    [Theory]
    [InlineData(10, 5001, 5000)]
    [InlineData(2000, 3000, 2999)]
    [InlineData(5000, 1026, 1025)]
    public void The_newest_come_first_from_the_one_before_a_number_on(int most, long before, int first)
    {
        var store = NewStore(5000, out _);

        var listed = store.ListNewest(most, _ => true, before);

        var count = Math.Min(most, first);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)first - i), listed.Select(m => m.Sequence));
    }

    private static MessageStore NewStore(int count, out MessageSource source)
    {
        var store = new MessageStore(100_000, TimeProvider.System, new CounterStore());
        source = new MessageSource(
            "email", "welcome", 1, new ReceivedRequest("/messages", fault: null, RequestFrame.None));
        store.Take(source, Drafts(0, count));
        return store;
    }

    /// <summary>Brings a message on another thread; it waits far longer than that takes: only a hang fails.</summary>
    private static bool TakeMore(MessageStore store, MessageSource source)
    {
        var taking = Task.Factory.StartNew(
            () => store.Take(source, Drafts(1, 1)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(taking.Wait(TimeSpan.FromSeconds(30)), "The list holds the lock.");
        return true;
    }

    private static MessageDraft[] Drafts(int round, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new MessageDraft(
            $"key-{round}-{i}", "ada", "ada@example.com", new Dictionary<string, string>()))];
}
