namespace McMessaging.Auth;

/// <summary>A token from elsewhere: it cannot be renewed here.</summary>
internal sealed class GivenToken(AccessToken token) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) => Task.FromResult(token);

    public Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        Task.FromResult<AccessToken?>(null);
}
