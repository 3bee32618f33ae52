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
