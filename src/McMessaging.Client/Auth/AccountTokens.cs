namespace McMessaging.Auth;

/// <summary>The tokens of one account, fetched with client credentials.</summary>
internal sealed class AccountTokens(TokenCache cache, TokenClient client) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        cache.GetAsync(client.FetchAsync, cancellationToken);

    public async Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        await cache.RenewAsync(refused, client.FetchAsync, cancellationToken).ConfigureAwait(false);
}
