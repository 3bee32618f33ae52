using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

/// <summary>A token that the service refused is renewed once, for everybody.</summary>
public sealed class TokenCacheRenewalTests
{
    private static readonly TokenPatience FiveMinutes = TokenPatience.For(TimeSpan.FromMinutes(5));
    private readonly VirtualTime _time = new();
    private readonly TokenCache _cache;

    public TokenCacheRenewalTests() => _cache = new TokenCache(_time);

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
        var arrived = new TaskCompletionSource<TokenResponse>();
        var fetcher = new FakeFetcher(number => number == 1 ? Task.FromResult(Token("old")) : arrived.Task);
        var old = await GetAsync(fetcher);

        var renewal = _cache.RenewAsync(old, fetcher, FiveMinutes, default);
        var another = GetAsync(fetcher);
        arrived.SetResult(Token("new"));

        Assert.Equal(("new", "new", 2), ((await renewal).Value, (await another).Value, fetcher.Fetches));
    }

    [Fact]
    public async Task Who_comes_late_with_a_refused_token_gets_the_renewed_one_without_a_fetch()
    {
        var fetcher = new FakeFetcher(Token("old"), Token("new"));
        var old = await GetAsync(fetcher);
        var renewed = await _cache.RenewAsync(old, fetcher, FiveMinutes, default);

        var late = await _cache.RenewAsync(old, fetcher, FiveMinutes, default);

        Assert.Same(renewed, late);
    }

    private Task<AccessToken> GetAsync(ITokenFetcher fetcher) => _cache.GetAsync(fetcher, FiveMinutes, default);

    private TokenResponse Token(string value) => FakeFetcher.Token(value, _time);
}
