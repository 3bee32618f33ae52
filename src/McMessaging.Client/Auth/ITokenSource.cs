namespace McMessaging.Auth;

/// <summary>Where a request gets its token.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="McException">None could be had as long as the caller waits.</exception>
    Task<AccessToken> GetAsync(TokenPatience patience, CancellationToken cancellationToken);

    /// <summary>Another token than the one that was refused; the same one for everybody who had it refused.</summary>
    /// <returns><c>null</c> if there is no other to be had.</returns>
    /// <exception cref="McException">None could be had as long as the caller waits.</exception>
    Task<AccessToken?> RenewAsync(AccessToken refused, TokenPatience patience, CancellationToken cancellationToken);
}

/// <summary>The tokens of one account, fetched with client credentials.</summary>
internal sealed class ClientCredentialTokens(TokenCache cache, ITokenFetcher fetcher) : ITokenSource
{
    public Task<AccessToken> GetAsync(TokenPatience patience, CancellationToken cancellationToken) =>
        cache.GetAsync(fetcher, patience, cancellationToken);

    public async Task<AccessToken?> RenewAsync(
        AccessToken refused, TokenPatience patience, CancellationToken cancellationToken) =>
        await cache.RenewAsync(refused, fetcher, patience, cancellationToken).ConfigureAwait(false);
}

/// <summary>A token from elsewhere: it cannot be renewed here.</summary>
internal sealed class StaticToken(AccessToken token) : ITokenSource
{
    public Task<AccessToken> GetAsync(TokenPatience patience, CancellationToken cancellationToken) =>
        Task.FromResult(token);

    public Task<AccessToken?> RenewAsync(
        AccessToken refused, TokenPatience patience, CancellationToken cancellationToken) =>
        Task.FromResult<AccessToken?>(null);
}
