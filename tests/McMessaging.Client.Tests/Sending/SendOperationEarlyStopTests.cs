using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Ctrl+C before a request went out: nothing is sent any more.</summary>
public sealed class SendOperationEarlyStopTests : IDisposable
{
    private static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualTime _time = new(TimeSpan.Zero);
    private readonly RecordingHost _host = new();
    private readonly FakeService _service = new();

    public void Dispose()
    {
        _stop.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_stop_while_a_token_is_fetched_cancels_all_and_sends_nothing()
    {
        var fetching = new TaskCompletionSource();
        _service.ExpiresIn = 10;
        _service.RespondToTokenRequest = number =>
        {
            if (number == 1)
            {
                return Task.FromResult<HttpResponseMessage?>(null);
            }

            fetching.TrySetResult();
            return new TaskCompletionSource<HttpResponseMessage?>().Task;
        };
        using var connection = await Sends.ConnectAsync(_service, _time);
        _time.Advance(TimeSpan.FromSeconds(10));

        var run = Sends.RunAsync(connection, Sends.Email(), Sends.People(3), _host, _stop.Token);
        await fetching.Task;
        await _stop.CancelAsync();

        Assert.Equal(3, (await run.WaitAsync(Deadlock)).Cancelled);
        Assert.Empty(_service.Bodies);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_stop_before_anything_of_the_request_was_sent_cancels_it(int repeats)
    {
        var connecting = new TaskCompletionSource();
        using var network = new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                connecting.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
                throw new InvalidOperationException("not reached");
            },
        };
        using var connection = await Sends.ConnectToAsync(new Uri("https://rest.example.com/"), _time, network);

        var run = Sends.RunAsync(
            connection, Sends.Email() with { MaxRetryCount = repeats }, Sends.People(1), _host, _stop.Token);
        await connecting.Task;
        await _stop.CancelAsync();
        await run.WaitAsync(Deadlock);

        Assert.Equal(
            (SendOutcome.Cancelled, "Cancelled"), (Assert.Single(_host.Results).Outcome, _host.Results[0].ErrorName));
        Assert.Equal("RunStopped", Assert.Single(_host.Errors).Error.ErrorId);
    }

    [Fact]
    public async Task After_a_stop_not_even_a_token_is_fetched()
    {
        _service.ExpiresIn = 10;
        using var connection = await Sends.ConnectAsync(_service, _time);
        _time.Advance(TimeSpan.FromSeconds(10));
        await using var operation = await SendOperation.StartAsync(
            connection, Sends.Email(), new DictionaryReader(), _host, _stop.Token);
        await operation.AddAsync(Sends.People(1).Single());
        await _stop.CancelAsync();

        var summary = await operation.CompleteAsync().WaitAsync(Deadlock);

        Assert.Equal((1, 1), (summary.Cancelled, _service.TokenRequests));
    }
}
