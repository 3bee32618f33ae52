using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Ctrl+C: waits and requests end at once, and everything that was read has its result.</summary>
public sealed class SendOperationStopTests : IDisposable
{
    private static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualTime _time = new(TimeSpan.Zero);
    private readonly RecordingHost _host = new();
    private readonly FakeService _service = new();
    private readonly TaskCompletionSource _isAllRead = new();

    public void Dispose()
    {
        _stop.Dispose();
        _service.Dispose();
    }

    [Theory]
    [InlineData(500, null, SendOutcome.Unknown)]
    [InlineData(503, "20", SendOutcome.Cancelled)]
    [InlineData(429, "20", SendOutcome.Cancelled)]
    public async Task A_stop_in_a_wait_before_a_retry_ends_it(int status, string? retryAfter, SendOutcome outcome)
    {
        _service.Respond = (request, _) => Task.FromResult(Faults.Status(status, 0, retryAfter)(request.Body));

        var run = RunAsync(Sends.Email(), 1);
        await Task.WhenAll(_isAllRead.Task, _time.TimersAsync(due => due <= TimeSpan.FromSeconds(20), 1));
        await _stop.CancelAsync();
        var summary = await run.WaitAsync(Deadlock);

        Assert.Equal((outcome, 1), (Assert.Single(_host.Results).Outcome, _host.Results[0].Attempts));
        Assert.Equal(1, summary.Unknown + summary.Cancelled);
        Assert.Single(_service.Bodies);
    }

    [Fact]
    public async Task A_stop_in_a_pause_of_all_workers_cancels_all_that_wait_in_it()
    {
        _service.Respond = (request, _) => Task.FromResult(Faults.RateLimited("20")(request.Body));

        var run = RunAsync(Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, 6);
        await Task.WhenAll(_isAllRead.Task, _time.TimersAsync(due => due == TimeSpan.FromSeconds(20), 1));
        await _stop.CancelAsync();

        Assert.Equal(6, (await run.WaitAsync(Deadlock)).Cancelled);
        Assert.Single(_service.Bodies);
    }

    [Fact]
    public async Task A_stop_leaves_what_is_in_flight_unknown_and_cancels_the_rest()
    {
        var inFlight = new TaskCompletionSource();
        _service.Respond = async (_, stop) =>
        {
            inFlight.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("not reached");
        };

        var run = RunAsync(Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, 6);
        await Task.WhenAll(_isAllRead.Task, inFlight.Task);
        await _stop.CancelAsync();
        var summary = await run.WaitAsync(Deadlock);

        Assert.Equal((2, 4, 1), (summary.Unknown, summary.Cancelled, summary.Requests));
        Assert.All(_host.Results.Where(result => result.Outcome == SendOutcome.Unknown), result =>
            Assert.Equal("Stopped", result.ErrorName));
        Assert.All(_host.Results.Where(result => result.Outcome == SendOutcome.Cancelled), result =>
            Assert.Equal(("Cancelled", 0), (result.ErrorName, result.Attempts)));
        Assert.Equal(
            Sends.People(6).Select(person => person.ContactKey), _host.Results.Select(result => result.ContactKey));
    }

    [Fact]
    public async Task A_stop_while_reading_waits_for_room_lets_the_reader_go_on()
    {
        var inFlight = new TaskCompletionSource();
        _service.Respond = async (_, stop) =>
        {
            inFlight.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("not reached");
        };
        using var connection = await Sends.ConnectAsync(_service, _time);
        await using var operation = await SendOperation.StartAsync(
            connection, Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, new DictionaryReader(), _host,
            _stop.Token);
        ValueTask adding = default;
        var read = 0;
        foreach (var person in Sends.People(100))
        {
            adding = operation.AddAsync(person);
            read++;
            if (!adding.IsCompleted)
            {
                break;
            }
        }

        await inFlight.Task;
        await _stop.CancelAsync();
        await adding.AsTask().WaitAsync(Deadlock);
        var summary = await operation.CompleteAsync().WaitAsync(Deadlock);

        Assert.Equal((10, 10, 2, 8), (read, summary.Total, summary.Unknown, summary.Cancelled));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await operation.AddAsync(new Recipient()));
    }

    private async Task<SendSummary> RunAsync(SendOptions options, int count)
    {
        using var connection = await Sends.ConnectAsync(_service, _time);
        await using var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), _host, _stop.Token);
        foreach (var person in Sends.People(count))
        {
            await operation.AddAsync(person);
        }

        // What is read after a stop is refused.
        _isAllRead.SetResult();
        return await operation.CompleteAsync();
    }
}
