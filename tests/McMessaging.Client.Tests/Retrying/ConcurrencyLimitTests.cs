using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class ConcurrencyLimitTests
{
    [Fact]
    public void The_concurrency_never_falls_below_one()
    {
        var limit = new ConcurrencyLimit(3);

        for (var i = 0; i < 5; i++)
        {
            limit.Halve();
        }

        Assert.Equal(1, limit.Current);
    }

    [Fact]
    public async Task A_50200_halves_the_concurrency_and_success_brings_it_back()
    {
        var time = new VirtualTime();
        var service = new FakeService(
            request => request.Number == 1 ? Faults.Blocked(request.Body) : FakeResponse.Json(200, "{}"));
        using var connection = await Sends.ConnectAsync(service, time);
        var limiter = new RequestLimiter(8, time, pauseBegan: () => { });
        var sender = GetResponse.Sender(connection, time, limiter: limiter);

        await GetResponse.SendAsync(sender);
        var afterBlock = limiter.Limit;
        var limits = new List<int>();
        for (var i = 0; i < 30; i++)
        {
            await GetResponse.SendAsync(sender);
            limits.Add(limiter.Limit);
        }

        Assert.Equal(4, afterBlock);
        Assert.Equal([4, 5, 6, 7, 8], limits.Distinct());
        Assert.Equal(22, limits.IndexOf(8) + 2);
    }

    [Fact]
    public async Task A_50100_leaves_the_concurrency_as_it_is()
    {
        var time = new VirtualTime();
        var service = FakeService.InTurn(Faults.RateLimited(), _ => FakeResponse.Json(200, "{}"));
        using var connection = await Sends.ConnectAsync(service, time);
        var limiter = new RequestLimiter(8, time, pauseBegan: () => { });

        await GetResponse.SendAsync(GetResponse.Sender(connection, time, limiter: limiter));

        Assert.Equal(8, limiter.Limit);
    }
}
