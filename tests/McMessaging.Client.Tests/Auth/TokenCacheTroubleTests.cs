using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

/// <summary>A fetch that comes to nothing leaves those who wait neither stuck nor in another's trouble.</summary>
public sealed class TokenCacheTroubleTests
{
    private static readonly TokenPatience FiveMinutes = TokenPatience.For(TimeSpan.FromMinutes(5));
    private readonly VirtualTime _time = new();
    private readonly TokenCache _cache;

    public TokenCacheTroubleTests() => _cache = new TokenCache(_time);

    [Fact]
    public async Task A_connection_that_is_closed_while_it_asks_leaves_the_others_their_token()
    {
        var isAsked = new TaskCompletionSource();
        var isClosed = new TaskCompletionSource<TokenResponse>();
        var closing = new FakeFetcher(_ =>
        {
            isAsked.SetResult();
            return isClosed.Task;
        });
        var other = new FakeFetcher(Token("a"));

        var first = GetAsync(closing);
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = GetAsync(other);
        closing.IsClosed = true;
        isClosed.SetResult(FakeFetcher.Trouble());

        await Assert.ThrowsAsync<McException>(() => first);
        Assert.Equal(("a", 1), ((await second).Value, other.Fetches));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_closed_connection_is_not_asked_for_a_token_where_an_open_one_waits_as_well()
    {
        var renewal = await RenewEarlyAsync();
        var closed = new FakeFetcher(Token("b"));
        var open = new FakeFetcher(Token("a"));

        var first = GetAsync(closed);
        var second = GetAsync(open);
        closed.IsClosed = true;
        renewal.SetResult(FakeFetcher.Trouble());

        Assert.Equal(("a", "a"), ((await first).Value, (await second).Value));
        Assert.Equal((0, 1), (closed.Fetches, open.Fetches));
    }

    [Fact]
    public async Task Where_nobody_waits_but_a_closed_connection_its_wait_ends()
    {
        var renewal = await RenewEarlyAsync();
        var closed = new FakeFetcher(FakeFetcher.Trouble());

        var waiting = GetAsync(closed);
        closed.IsClosed = true;
        renewal.SetResult(FakeFetcher.Trouble());

        await Assert.ThrowsAsync<McException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Who_has_no_time_left_is_told_so_at_once()
    {
        var hanging = new FakeFetcher(_ => new TaskCompletionSource<TokenResponse>().Task);

        var error = await Assert.ThrowsAsync<McException>(
            () => _cache.GetAsync(hanging, TokenPatience.For(TimeSpan.FromSeconds(-5)), default));

        Assert.Equal("TokenRequestTimedOut", error.ErrorId);
    }

    [Fact]
    public async Task Whose_time_is_over_between_two_attempts_is_told_what_the_first_came_to()
    {
        var isAskedAgain = new TaskCompletionSource();
        var fetcher = new FakeFetcher(number =>
        {
            if (number == 1)
            {
                return Task.FromResult(FakeFetcher.Trouble(retryAfter: 5));
            }

            isAskedAgain.SetResult();
            return new TaskCompletionSource<TokenResponse>().Task;
        });

        var waiting = _cache.GetAsync(fetcher, TokenPatience.For(TimeSpan.FromSeconds(10)), default);
        await isAskedAgain.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("X", (await Assert.ThrowsAsync<McException>(() => waiting)).ErrorId);
    }

    [Fact]
    public async Task Who_asks_anew_after_a_refusal_waits_for_nothing()
    {
        var fetcher = new FakeFetcher(FakeFetcher.Refusal(), Token("a"));
        await Assert.ThrowsAsync<McException>(() => GetAsync(fetcher));

        Assert.Equal("a", (await GetAsync(fetcher)).Value);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task What_nobody_foresaw_ends_the_wait_of_all_and_the_next_who_asks_asks_anew()
    {
        var asked = new TaskCompletionSource();
        var fails = new TaskCompletionSource<TokenResponse>();
        var failing = new FakeFetcher(_ =>
        {
            asked.SetResult();
            return fails.Task;
        });

        var first = GetAsync(failing);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = GetAsync(failing);
        fails.SetException(new NotSupportedException("unforeseen"));

        await Assert.ThrowsAsync<NotSupportedException>(() => first);
        await Assert.ThrowsAsync<NotSupportedException>(() => second);
        Assert.Equal("a", (await GetAsync(new FakeFetcher(Token("a")))).Value);
    }

    /// <summary>The end of an early renewal that is under way while the token at hand ends.</summary>
    private async Task<TaskCompletionSource<TokenResponse>> RenewEarlyAsync()
    {
        var isAsked = new TaskCompletionSource();
        var renewal = new TaskCompletionSource<TokenResponse>();
        var early = new FakeFetcher(number =>
        {
            if (number == 1)
            {
                return Task.FromResult(Token("old"));
            }

            isAsked.SetResult();
            return renewal.Task;
        });
        await GetAsync(early);
        _time.Advance(TimeSpan.FromSeconds(800));
        await GetAsync(early);
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(280));
        return renewal;
    }

    private Task<AccessToken> GetAsync(ITokenFetcher fetcher) => _cache.GetAsync(fetcher, FiveMinutes, default);

    private TokenResponse Token(string value) => FakeFetcher.Token(value, _time);
}
