using McMessaging.Auth;
using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Auth;

public sealed class TokenCacheKeyTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly FakeService _service = new();
    private readonly string _clientId = "shared-" + Guid.NewGuid();

    [Fact]
    public async Task Connections_of_the_same_identity_share_one_token()
    {
        using var first = await ConnectAsync();
        using var second = await ConnectAsync();

        Assert.Equal(1, _service.TokenRequests);
        Assert.Same(
            await first.Tokens.GetAsync(TokenPatience.WhileConnecting, default),
            await second.Tokens.GetAsync(TokenPatience.WhileConnecting, default));
    }

    [Theory]
    [InlineData("other", null, "")]
    [InlineData("s3cret", 7L, "")]
    [InlineData("s3cret", null, "email_send")]
    public async Task Another_secret_account_or_scope_has_a_token_of_its_own(string secret, long? account, string scope)
    {
        using var first = await ConnectAsync();
        using var second = await ConnectAsync(secret, account, scope);

        Assert.Equal(2, _service.TokenRequests);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_though_a_token_of_the_right_one_is_at_hand()
    {
        using var first = await ConnectAsync();
        _service.RespondToTokenRequest = _ => Task.FromResult<HttpResponseMessage?>(FakeResponse.Json(401, "{}"));

        await Assert.ThrowsAsync<McException>(() => ConnectAsync("wrong"));
    }

    [Fact]
    public async Task After_a_disconnect_the_next_connection_fetches_anew_and_the_others_go_on()
    {
        var first = await ConnectAsync();
        using var second = await ConnectAsync();

        first.Dispose();
        await second.Tokens.GetAsync(TokenPatience.WhileConnecting, default);
        var whileOpen = _service.TokenRequests;
        using var third = await ConnectAsync();

        Assert.Equal((1, 2), (whileOpen, _service.TokenRequests));
        var error = Assert.Throws<McException>(first.ThrowIfClosed);
        Assert.Equal("ConnectionClosed", error.ErrorId);
    }

    public void Dispose() => _service.Dispose();

    private Task<Connection> ConnectAsync(string secret = "s3cret", long? account = null, string scope = "") =>
        Connection.ConnectAsync(
        new ConnectionOptions
        {
            AuthBaseUri = new Uri(FakeService.AuthBase),
            ClientId = _clientId,
            ClientSecret = Secret.Protect(secret),
            AccountId = account,
            Scope = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            MessageHandler = _service,
            TimeProvider = _time,
        },
        CancellationToken.None);
}
