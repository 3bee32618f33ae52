using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

/// <summary>However many ask, one fetch is in flight.</summary>
public sealed class TokenCacheTests
{
    private readonly VirtualTime _time = new(TimeSpan.Zero);

    [Fact]
    public async Task All_who_ask_while_a_fetch_is_in_flight_get_its_token()
    {
        var cache = new TokenCache(_time);
        var arrived = new TaskCompletionSource<AccessToken>();
        var fetches = 0;
        Task<AccessToken> Fetch()
        {
            Interlocked.Increment(ref fetches);
            return arrived.Task;
        }

        Task<AccessToken>[] asking =
            [.. Enumerable.Range(0, 50).Select(_ => Task.Run(() => cache.GetAsync(Fetch, CancellationToken.None)))];
        arrived.SetResult(Token("a"));
        var tokens = await Task.WhenAll(asking);

        Assert.Equal(1, fetches);
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_end_the_fetch_of_the_others()
    {
        var cache = new TokenCache(_time);
        var arrived = new TaskCompletionSource<AccessToken>();
        using var stop = new CancellationTokenSource();

        var stopped = cache.GetAsync(() => arrived.Task, stop.Token);
        var patient = cache.GetAsync(
            () => throw new InvalidOperationException("a second fetch"), CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        arrived.SetResult(Token("a"));

        Assert.Equal("a", (await patient).Value);
    }

    [Fact]
    public async Task A_failed_fetch_is_tried_anew_by_the_next_who_asks()
    {
        var cache = new TokenCache(_time);

        await Assert.ThrowsAsync<McException>(
            () => cache.GetAsync(() => Task.FromException<AccessToken>(Trouble()), CancellationToken.None));

        Assert.Equal("b", (await cache.GetAsync(() => Task.FromResult(Token("b")), CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Twenty_workers_whose_token_is_refused_make_one_renewal()
    {
        var allSent = new TaskCompletionSource();
        var refused = 0;
        var service = new FakeService();
        service.Respond = async (request, _) =>
        {
            if (request.Number > 20)
            {
                return FakeResponse.Accepted(request.Body);
            }

            if (Interlocked.Increment(ref refused) == 20)
            {
                allSent.SetResult();
            }

            await allSent.Task;
            return Faults.Status(401)(request.Body);
        };

        var host = await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1, ThrottleLimit = 20 }, Sends.People(40), new VirtualTime());

        Assert.Equal(2, service.TokenRequests);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(["token-1", "token-2"], service.Bearers.Distinct().Order());
    }

    [Fact]
    public async Task A_token_that_was_refused_is_given_to_nobody_else()
    {
        var cache = new TokenCache(_time);
        var arrived = new TaskCompletionSource<AccessToken>();
        var old = await cache.GetAsync(() => Task.FromResult(Token("old")), CancellationToken.None);

        var renewal = cache.RenewAsync(old, () => arrived.Task, CancellationToken.None);
        var another = cache.GetAsync(
            () => throw new InvalidOperationException("a second fetch"), CancellationToken.None);
        arrived.SetResult(Token("new"));

        Assert.Equal(("new", "new"), ((await renewal).Value, (await another).Value));
    }

    [Fact]
    public async Task Who_comes_late_with_a_refused_token_gets_the_renewed_one_without_a_fetch()
    {
        var cache = new TokenCache(_time);
        var old = await cache.GetAsync(() => Task.FromResult(Token("old")), CancellationToken.None);
        var renewed = await cache.RenewAsync(old, () => Task.FromResult(Token("new")), CancellationToken.None);

        var late = await cache.RenewAsync(
            old, () => throw new InvalidOperationException("a second fetch"), CancellationToken.None);

        Assert.Same(renewed, late);
    }

    private static McException Trouble() => new("X", McErrorCategory.ResourceUnavailable, "x", "x");

    private AccessToken Token(string value) =>
        new(value, new Uri("https://a.example/"), [], _time.GetUtcNow(), TimeSpan.FromSeconds(1080));
}
