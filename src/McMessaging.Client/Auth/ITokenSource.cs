namespace McMessaging.Auth;

/// <summary>Where a request gets its token.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is good for a while.</summary>
    Task<AccessToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>Another token than the one that was refused; the same one for everybody who had it refused.</summary>
    /// <returns><c>null</c> if there is no other to be had.</returns>
    Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken);
}

/// <summary>The tokens of one account, fetched with client credentials.</summary>
internal sealed class ClientCredentialTokens(TokenCache cache, TokenClient client) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        cache.GetAsync(client.FetchAsync, cancellationToken);

    public async Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        await cache.RenewAsync(refused, client.FetchAsync, cancellationToken).ConfigureAwait(false);
}

/// <summary>A token from elsewhere: it cannot be renewed here.</summary>
internal sealed class StaticToken(AccessToken token) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) => Task.FromResult(token);

    public Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        Task.FromResult<AccessToken?>(null);
}
