using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class SendOperationDisposeTests : JournalTest
{
    [Fact]
    public async Task An_operation_that_is_left_early_finishes_and_journals_what_is_in_flight_and_begins_nothing_new()
    {
        var inFlight = new TaskCompletionSource();
        var respond = new TaskCompletionSource();
        using var slow = new FakeService
        {
            Respond = async (request, _) =>
            {
                inFlight.TrySetResult();
                await respond.Task;
                return FakeResponse.Accepted(request.Body);
            },
        };
        using var connection = await Sends.ConnectAsync(slow, Time);
        var host = new RecordingHost();
        var operation = await StartAsync(connection, host);
        foreach (var key in new[] { "k1", "k2", "k3", "k4", "k5" })
        {
            await operation.AddAsync(Person(key));
        }

        await inFlight.Task;
        var leaving = operation.DisposeAsync().AsTask();
        Assert.False(leaving.IsCompleted);
        respond.SetResult();
        await leaving;

        Assert.Equal("Accepted Accepted Cancelled Cancelled Cancelled", Outcomes(host));
        Assert.Single(slow.Bodies);
        var journal = await SendJournalInfo.ReadAsync(JournalPath, default);
        Assert.Equal((2, 0), (journal.Accepted, journal.InFlight));
    }

    [Fact]
    public async Task An_operation_whose_token_is_cancelled_ends_at_once_and_its_journal_keeps_what_was_in_flight()
    {
        var inFlight = new TaskCompletionSource();
        using var silent = new FakeService
        {
            Respond = async (_, stop) =>
            {
                inFlight.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
                throw new InvalidOperationException("not reached");
            },
        };
        using var connection = await Sends.ConnectAsync(silent, Time);
        var host = new RecordingHost();
        using var stop = new CancellationTokenSource();
        var operation = await StartAsync(connection, host, stop.Token);
        foreach (var key in new[] { "k1", "k2", "k3" })
        {
            await operation.AddAsync(Person(key));
        }

        await inFlight.Task;

        await stop.CancelAsync();
        await operation.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Unknown Unknown Cancelled", Outcomes(host));
        Assert.Equal(2, (await SendJournalInfo.ReadAsync(JournalPath, default)).InFlight);
        (var resumed, _) = await RunAsync(Options, Person("k1"), Person("k2"), Person("k3"));
        Assert.Equal("Accepted Accepted Accepted", Outcomes(resumed));
    }

    [Fact]
    public async Task It_may_be_disposed_of_twice_and_after_its_end()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        var operation = await StartAsync(connection, new RecordingHost());
        await operation.AddAsync(Person("k1"));
        var summary = await operation.CompleteAsync();

        await operation.DisposeAsync();
        await operation.DisposeAsync();

        Assert.True(summary.AllAccepted);
    }

    [Fact]
    public async Task What_was_read_and_not_yet_sent_is_not_in_the_journal()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        var operation = await StartAsync(connection, new RecordingHost());
        await operation.AddAsync(Person("k1"));

        await operation.DisposeAsync();

        Assert.False(File.Exists(JournalPath));
        Assert.Empty(Service.Requests);
    }

    private Task<SendOperation> StartAsync(
        Connection connection, RecordingHost host, CancellationToken stop = default) =>
        SendOperation.StartAsync(connection, Options, new DictionaryReader(), host, stop);
}
