using McMessaging.Client.Tests.Support;
using McMessaging.Requests;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Requests;

/// <summary>The retry matrix for requests that only read.</summary>
public sealed class RetryLoopReadTests
{
    private static readonly Func<string, HttpResponseMessage> Ok = _ => FakeResponse.Json(200, "{}");

    [Fact]
    public async Task A_broken_connection_is_retried()
    {
        (var result, _, _) = await RunAsync(Faults.Broken, Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
    }

    [Fact]
    public async Task A_401_drops_the_token_fetches_one_and_is_retried_once()
    {
        (var result, var service, _) = await RunAsync(Faults.Status(401), Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
        Assert.Equal(["token-1", "token-2"], service.Bearers);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(503)]
    public async Task A_408_500_502_503_or_504_is_retried(int status)
    {
        (var result, _, var time) = await RunAsync(Faults.Status(status), Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_429_with_50100_is_retried_after_Retry_After()
    {
        (var result, _, var time) = await RunAsync(Faults.RateLimited("5"), Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task A_429_with_50200_is_retried_after_a_long_wait()
    {
        (var result, _, var time) = await RunAsync(Faults.Blocked, Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_503_with_Retry_After_is_retried_after_it()
    {
        (var result, _, var time) = await RunAsync(Faults.Status(503, 50300, "7"), Ok);

        Assert.Equal((RequestEnd.Completed, 2), (result.End, result.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(time.Waits));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(415)]
    [InlineData(596)]
    public async Task A_400_403_404_409_415_or_596_is_not_retried(int status)
    {
        (var result, _, var time) = await RunAsync(Faults.Status(status, 30003), Ok);

        Assert.Equal((RequestEnd.Refused, 1, 30003), (result.End, result.Attempts, result.Error?.Code));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task What_never_ends_well_gives_up_after_all_retries()
    {
        (var result, _, _) = await RunAsync(Enumerable.Repeat(Faults.Status(500), 9).ToArray());

        Assert.Equal((RequestEnd.GaveUp, 7, 500), (result.End, result.Attempts, result.Status));
    }

    [Fact]
    public async Task A_read_is_retried_after_each_of_these_faults()
    {
        var time = new VirtualTime();
        await using var service = new SocketService(
            SocketExchange.Reset,
            SocketExchange.Close,
            SocketExchange.HalfResponse,
            SocketExchange.Silent(() => time.Advance(TimeSpan.FromSeconds(131))),
            SocketExchange.Response(200, "{}"));
        using var connection = await Sends.ConnectToAsync(service.Address, time);

        var result = await GetResponse.SendAsync(
            GetResponse.Sender(connection, time, RetryOptions.Default with { MaxRetryCount = 9 }));

        // The network layer repeats a read by itself on a connection that was closed, so attempts are fewer than
        // requests.
        Assert.Equal((RequestEnd.Completed, 5), (result.End, service.Bodies.Count));
    }

    [Fact]
    public async Task A_read_that_never_connects_is_retried_and_gives_up()
    {
        var time = new VirtualTime();
        using var connection = await Sends.ConnectToAsync(
            new Uri($"http://127.0.0.1:{SocketService.FreePort()}/"), time);

        var result = await GetResponse.SendAsync(GetResponse.Sender(connection, time));

        Assert.Equal((RequestEnd.GaveUp, 7, false), (result.End, result.Attempts, result.MayBeTaken));
    }

    private static async Task<(RequestResult<GetResponse> Result, FakeService Service, VirtualTime Time)> RunAsync(
        params Func<string, HttpResponseMessage>[] responses)
    {
        var service = FakeService.InTurn(responses);
        var time = new VirtualTime();
        using var connection = await Sends.ConnectAsync(service, time);
        var result = await GetResponse.SendAsync(GetResponse.Sender(connection, time));
        return (result, service, time);
    }
}
