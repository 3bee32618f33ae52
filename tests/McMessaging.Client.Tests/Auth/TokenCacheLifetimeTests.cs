using System.Globalization;
using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

public sealed class TokenCacheLifetimeTests
{
    private readonly VirtualTime _time = new(TimeSpan.Zero);

    [Fact]
    public async Task Fifty_workers_over_three_token_lifetimes_make_exactly_three_token_requests()
    {
        // Each request takes a second; tokens live 1,080 s and are renewed after 780 s. While one is renewed the clock
        // stands still, so that no request for a token runs into its limit.
        var begun = _time.GetTimestamp();
        var end = TimeSpan.FromSeconds(2250);
        var service = new FakeService
        {
            Respond = (request, _) =>
            {
                var tokenNumber = int.Parse(request.Bearer!["token-".Length..], CultureInfo.InvariantCulture);
                lock (_time)
                {
                    var elapsed = _time.GetElapsedTime(begun);
                    if (elapsed < end && elapsed < TimeSpan.FromSeconds(780 * tokenNumber))
                    {
                        _time.Advance(TimeSpan.FromSeconds(1));
                    }
                }

                return Task.FromResult(FakeResponse.Accepted(request.Body));
            },
        };
        var options = Sends.Email() with
        {
            BatchSize = 1,
            ThrottleLimit = 50,
            Timeout = TimeSpan.FromDays(1),
            RetryTimeout = TimeSpan.FromDays(1),
        };
        var people = Sends.People(int.MaxValue).TakeWhile(_ => _time.GetElapsedTime(begun) < end);

        var host = await Sends.RunAsync(service, options, people, _time);

        Assert.Equal(3, service.TokenRequests);
        Assert.Equal(["token-1", "token-2", "token-3"], service.Bearers.Distinct().Order());
        Assert.All(host.Results, result => Assert.Equal((SendOutcome.Accepted, 1), (result.Outcome, result.Attempts)));
    }

    [Theory]
    [InlineData(1080, 780)]
    [InlineData(1079, 779)]
    [InlineData(600, 300)]
    [InlineData(400, 200)]
    [InlineData(2, 1)]
    public async Task A_token_is_renewed_300_seconds_or_half_its_life_before_its_end(int life, int renewedAfter)
    {
        var renewing = new TaskCompletionSource();
        var service = new FakeService { ExpiresIn = life };
        service.RespondToTokenRequest = number =>
        {
            if (number == 2)
            {
                renewing.SetResult();
            }

            return Task.FromResult<HttpResponseMessage?>(null);
        };
        using var connection = await Sends.ConnectAsync(service, _time);

        _time.Advance(TimeSpan.FromSeconds(renewedAfter) - TimeSpan.FromTicks(1));
        var before = await connection.Tokens.GetAsync(TokenPatience.WhileConnecting, CancellationToken.None);
        var requestsBefore = service.TokenRequests;
        _time.Advance(TimeSpan.FromTicks(1));
        var during = await connection.Tokens.GetAsync(TokenPatience.WhileConnecting, CancellationToken.None);
        await renewing.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, requestsBefore);
        Assert.Equal("token-1", before.Value);
        Assert.Contains(during.Value, new[] { "token-1", "token-2" });
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public async Task A_token_that_still_serves_is_not_renewed_within_a_minute_after_a_refusal(int seconds, int fetches)
    {
        var cache = new TokenCache(_time);
        var refused = new FakeFetcher(FakeFetcher.Refusal(), Token("a"));
        await Assert.ThrowsAsync<McException>(() => GetAsync(cache, refused));
        var token = await GetAsync(cache, refused);

        _time.Advance(TimeSpan.FromSeconds(seconds));
        var early = new FakeFetcher(Token("b"));
        await GetAsync(cache, early);
        // Comes to its end only after an early renewal.
        await cache.RenewAsync(
            token, new FakeFetcher(Token("c")), TokenPatience.WhileConnecting, CancellationToken.None);

        Assert.Equal(fetches, early.Fetches);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"expires_in\":0")]
    [InlineData(",\"expires_in\":\"soon\"")]
    public async Task A_token_without_a_lifetime_is_kept_until_it_is_refused(string member)
    {
        var service = new FakeService();
        service.RespondToTokenRequest = FakeService.TokensInTurn(() => FakeResponse.Json(
            200, $$"""{"access_token":"forever","rest_instance_url":"{{service.RestBase}}"{{member}}}"""));
        using var connection = await Sends.ConnectAsync(service, _time);

        _time.Advance(TimeSpan.FromDays(400));
        var token = await connection.Tokens.GetAsync(TokenPatience.WhileConnecting, CancellationToken.None);

        Assert.Equal(("forever", 1), (token.Value, service.TokenRequests));
        Assert.Null(connection.TokenExpiresAt);
        Assert.Empty(connection.Scope);
    }

    [Fact]
    public async Task A_connection_knows_its_scopes_host_and_end_of_token()
    {
        using var connection = await Sends.ConnectAsync(new FakeService(), _time);

        Assert.Equal(["email_send", "sms_send"], connection.Scope);
        Assert.Equal(new Uri("https://mctest.rest.marketingcloudapis.com/"), connection.RestBaseUri);
        Assert.Equal(_time.GetUtcNow().AddSeconds(1080), connection.TokenExpiresAt);
    }

    private static Task<AccessToken> GetAsync(TokenCache cache, ITokenFetcher fetcher) =>
        cache.GetAsync(fetcher, TokenPatience.WhileConnecting, CancellationToken.None);

    private TokenResponse Token(string value) => FakeFetcher.Token(value, _time, life: 100);
}
