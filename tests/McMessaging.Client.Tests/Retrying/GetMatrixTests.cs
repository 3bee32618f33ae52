using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

/// <summary>The retry matrix for requests that only read.</summary>
public sealed class GetMatrixTests
{
    private static readonly Func<string, HttpResponseMessage> Ok = _ => FakeService.Json(200, "{}");

    [Fact]
    public async Task A_broken_connection_is_repeated()
    {
        (var exchange, _, _) = await RunAsync(Faults.Broken, Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
    }

    [Fact]
    public async Task A_401_drops_the_token_fetches_one_and_is_repeated_once()
    {
        (var exchange, var service, _) = await RunAsync(Faults.Status(401), Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
        Assert.Equal(["token-1", "token-2"], service.Bearers);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(503)]
    public async Task A_408_500_502_503_or_504_is_repeated(int status)
    {
        (var exchange, _, var time) = await RunAsync(Faults.Status(status), Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_429_with_50100_is_repeated_after_Retry_After()
    {
        (var exchange, _, var time) = await RunAsync(Faults.RateLimited("5"), Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task A_429_with_50200_is_repeated_after_a_long_wait()
    {
        (var exchange, _, var time) = await RunAsync(Faults.Blocked, Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_503_with_Retry_After_is_repeated_after_it()
    {
        (var exchange, _, var time) = await RunAsync(Faults.Status(503, 50300, "7"), Ok);

        Assert.Equal((ExchangeEnd.Answered, 2), (exchange.End, exchange.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(time.Waits));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(415)]
    [InlineData(596)]
    public async Task A_400_403_404_409_415_or_596_is_not_repeated(int status)
    {
        (var exchange, _, var time) = await RunAsync(Faults.Status(status, 30003), Ok);

        Assert.Equal((ExchangeEnd.Refused, 1, 30003), (exchange.End, exchange.Attempts, exchange.Error?.Code));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task What_never_ends_well_gives_up_after_all_repeats()
    {
        (var exchange, _, _) = await RunAsync(Enumerable.Repeat(Faults.Status(500), 9).ToArray());

        Assert.Equal((ExchangeEnd.GaveUp, 4, 500), (exchange.End, exchange.Attempts, exchange.Status));
    }

    [Fact]
    public async Task A_read_is_repeated_after_each_of_these_faults()
    {
        var time = new VirtualTime();
        await using var service = new SocketService(
            SocketExchange.Reset,
            SocketExchange.Close,
            SocketExchange.HalfAnswer,
            SocketExchange.Silent(() => time.Advance(TimeSpan.FromSeconds(131))),
            SocketExchange.Answer(200, "{}"));
        using var connection = await Sends.ConnectToAsync(service.Address, time);

        var exchange = await GetAnswer.SendAsync(
            GetAnswer.Pipeline(connection, time, RetryOptions.Default with { MaxRetryCount = 9 }));

        // The network layer repeats a read by itself on a connection that was closed, so attempts are fewer than
        // requests.
        Assert.Equal((ExchangeEnd.Answered, 5), (exchange.End, service.Bodies.Count));
    }

    [Fact]
    public async Task A_read_that_never_connects_is_repeated_and_gives_up()
    {
        var time = new VirtualTime();
        using var connection = await Sends.ConnectToAsync(
            new Uri($"http://127.0.0.1:{SocketService.FreePort()}/"), time);

        var exchange = await GetAnswer.SendAsync(GetAnswer.Pipeline(connection, time));

        Assert.Equal((ExchangeEnd.GaveUp, 4, false), (exchange.End, exchange.Attempts, exchange.MayBeTaken));
    }

    private static async Task<(Exchange<GetAnswer> Exchange, FakeService Service, VirtualTime Time)> RunAsync(
        params Func<string, HttpResponseMessage>[] answers)
    {
        var service = new FakeService { Answer = FakeService.InTurn(answers) };
        var time = new VirtualTime();
        using var connection = await Sends.ConnectAsync(service, time);
        var exchange = await GetAnswer.SendAsync(GetAnswer.Pipeline(connection, time));
        return (exchange, service, time);
    }
}
