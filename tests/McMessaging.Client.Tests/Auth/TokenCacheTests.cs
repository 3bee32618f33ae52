using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

/// <summary>However many ask, a single asker fetches.</summary>
public sealed class TokenCacheTests
{
    private static readonly TokenPatience FiveMinutes = TokenPatience.For(TimeSpan.FromMinutes(5));
    private readonly VirtualTime _time = new();
    private readonly TokenCache _cache;

    public TokenCacheTests() => _cache = new TokenCache(_time);

    [Fact]
    public async Task All_who_ask_while_a_fetch_is_in_flight_get_its_token()
    {
        var arrived = new TaskCompletionSource<TokenResponse>();
        var fetcher = new FakeFetcher(_ => arrived.Task);

        Task<AccessToken>[] asking = [.. Enumerable.Range(0, 50).Select(_ => Task.Run(() => GetAsync(fetcher)))];
        arrived.SetResult(Token("a"));
        var tokens = await Task.WhenAll(asking);

        Assert.Equal(1, fetcher.Fetches);
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_end_the_fetch_of_the_others()
    {
        var arrived = new TaskCompletionSource<TokenResponse>();
        var fetcher = new FakeFetcher(_ => arrived.Task);
        using var stop = new CancellationTokenSource();

        var stopped = _cache.GetAsync(fetcher, FiveMinutes, stop.Token);
        var patient = GetAsync(fetcher);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        arrived.SetResult(Token("a"));

        Assert.Equal(("a", 1), ((await patient).Value, fetcher.Fetches));
    }

    [Fact]
    public async Task Passing_trouble_is_asked_about_again_by_one_asker_while_all_wait()
    {
        var fetcher = new FakeFetcher(
            FakeFetcher.Trouble(retryAfter: 7), FakeFetcher.Trouble(retryAfter: 9), Token("a"));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(fetcher)));

        Assert.All(tokens, token => Assert.Equal("a", token.Value));
        Assert.Equal(3, fetcher.Fetches);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9)], _time.Waits);
    }

    [Fact]
    public async Task Trouble_that_looks_lasting_is_waited_out_by_a_request_and_an_error_at_once_for_who_connects()
    {
        var portal = new FakeFetcher(FakeFetcher.Trouble(isPassing: false), Token("a"));
        var token = await GetAsync(portal);

        var connecting = new TokenCache(_time).GetAsync(
            new FakeFetcher(FakeFetcher.Trouble(isPassing: false), Token("b")), TokenPatience.WhileConnecting, default);

        Assert.Equal("a", token.Value);
        await Assert.ThrowsAsync<McException>(() => connecting);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1300)]
    public async Task Who_has_not_the_time_until_the_next_attempt_is_told_at_once_and_nobody_asks_before_it(
        int seconds)
    {
        var fetcher = new FakeFetcher(FakeFetcher.Trouble(retryAfter: 1200), Token("a"));

        await Assert.ThrowsAsync<McException>(() => GetAsync(fetcher));
        await Assert.ThrowsAsync<McException>(() => GetAsync(fetcher));
        Assert.Equal(1, fetcher.Fetches);

        _time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("a", (await GetAsync(fetcher)).Value);
    }

    [Fact]
    public async Task A_host_that_never_responds_holds_nobody_longer_than_his_time()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var hanging = new FakeFetcher(_ => new TaskCompletionSource<TokenResponse>().Task);

        var waiting = new TokenCache(time).GetAsync(hanging, TokenPatience.For(TimeSpan.FromSeconds(10)), default);
        time.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<McException>(() => waiting);
        Assert.Equal("TokenRequestTimedOut", error.ErrorId);
    }

    [Fact]
    public async Task A_host_that_never_responds_to_an_early_renewal_stalls_nobody()
    {
        var asked = new TaskCompletionSource();
        var fetcher = new FakeFetcher(number =>
        {
            if (number == 1)
            {
                return Task.FromResult(Token("a"));
            }

            asked.SetResult();
            return new TaskCompletionSource<TokenResponse>().Task;
        });
        await GetAsync(fetcher);

        _time.Advance(TimeSpan.FromSeconds(800));
        var during = GetAsync(fetcher);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(during.IsCompletedSuccessfully);
        Assert.Equal("a", (await GetAsync(fetcher)).Value);
        Assert.Equal(2, fetcher.Fetches);
    }

    [Fact]
    public async Task A_refused_early_renewal_counts_only_when_the_token_at_hand_has_ended()
    {
        var refused = new TaskCompletionSource();
        var fetcher = new FakeFetcher(number =>
        {
            if (number == 1)
            {
                return Task.FromResult(Token("a"));
            }

            refused.TrySetResult();
            return Task.FromResult(FakeFetcher.Refusal());
        });
        await GetAsync(fetcher);

        _time.Advance(TimeSpan.FromSeconds(1000));
        await GetAsync(fetcher);
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("a", (await GetAsync(fetcher)).Value);
        _time.Advance(TimeSpan.FromSeconds(80));

        var error = await Assert.ThrowsAsync<McException>(() => GetAsync(fetcher));
        Assert.Equal("AuthenticationFailed", error.ErrorId);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_an_hour_keeps_no_token_alive_and_one_set_forward_fetches_anew()
    {
        var fetcher = new FakeFetcher(Token("a"), Token("b"), Token("c"));
        await GetAsync(fetcher);

        _time.MoveWallClock(TimeSpan.FromHours(-1));
        _time.Advance(TimeSpan.FromSeconds(1080));
        var afterSetBack = await GetAsync(fetcher);
        _time.MoveWallClock(TimeSpan.FromHours(2));
        var afterSetForward = await GetAsync(fetcher);

        Assert.Equal(("b", "c"), (afterSetBack.Value, afterSetForward.Value));
    }

    private Task<AccessToken> GetAsync(ITokenFetcher fetcher) => _cache.GetAsync(fetcher, FiveMinutes, default);

    private TokenResponse Token(string value) => FakeFetcher.Token(value, _time);
}
