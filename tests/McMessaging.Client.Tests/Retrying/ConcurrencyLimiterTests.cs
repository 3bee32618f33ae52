using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class ConcurrencyLimiterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(50)]
    public async Task As_many_requests_are_in_flight_as_the_throttle_limit_allows_and_never_more(int limit)
    {
        int inFlight = 0, most = 0;
        var full = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                var now = Interlocked.Increment(ref inFlight);
                lock (full)
                {
                    most = Math.Max(most, now);
                }

                if (now == limit)
                {
                    full.TrySetResult();
                }

                await full.Task;
                await Task.Yield();
                Interlocked.Decrement(ref inFlight);
                return FakeResponse.Accepted(request.Body);
            },
        };

        await Sends.RunAsync(service, Sends.Email() with { BatchSize = 1, ThrottleLimit = limit }, Sends.People(200));

        Assert.Equal((limit, 200), (most, service.Bodies.Count));
    }

    [Fact]
    public async Task A_50200_halves_the_concurrency_and_success_brings_it_back()
    {
        var time = new VirtualTime();
        var service = new FakeService
        {
            Respond = (request, _) =>
                Task.FromResult(request.Number == 1 ? Faults.Blocked(request.Body) : FakeResponse.Json(200, "{}")),
        };
        using var connection = await Sends.ConnectAsync(service, time);
        var limiter = new ConcurrencyLimiter(8);
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
        var service =
            FakeService.InTurn(Faults.RateLimited(), _ => FakeResponse.Json(200, "{}"));
        using var connection = await Sends.ConnectAsync(service, time);
        var limiter = new ConcurrencyLimiter(8);
        var sender = GetResponse.Sender(connection, time, limiter: limiter);

        await GetResponse.SendAsync(sender);

        Assert.Equal(8, limiter.Limit);
    }

    [Fact]
    public async Task A_halved_limiter_lets_in_half_as_many()
    {
        var limiter = new ConcurrencyLimiter(4);
        for (var i = 0; i < 4; i++)
        {
            await limiter.EnterAsync(CancellationToken.None);
        }

        limiter.Halve();
        Task[] waiting = [limiter.EnterAsync(CancellationToken.None), limiter.EnterAsync(CancellationToken.None)];

        limiter.Leave();
        limiter.Leave();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        limiter.Leave();
        await waiting[0];
        Assert.False(waiting[1].IsCompleted);
        limiter.Leave();
        await waiting[1];
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nobodys_turn()
    {
        var limiter = new ConcurrencyLimiter(1);
        using var stop = new CancellationTokenSource();
        await limiter.EnterAsync(CancellationToken.None);
        var stopped = limiter.EnterAsync(stop.Token);
        var next = limiter.EnterAsync(CancellationToken.None);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        limiter.Leave();

        await next;
    }

    [Fact]
    public void The_concurrency_never_falls_below_one()
    {
        var limiter = new ConcurrencyLimiter(3);

        for (var i = 0; i < 5; i++)
        {
            limiter.Halve();
        }

        Assert.Equal(1, limiter.Limit);
    }
}
