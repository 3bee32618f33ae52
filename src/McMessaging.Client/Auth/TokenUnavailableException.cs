namespace McMessaging.Auth;

/// <summary>Tells a failure to get a token from every other failure of a request.</summary>
internal sealed class TokenUnavailableException(McException error) : Exception(error.Message, error)
{
    public McException Error => error;

    /// <summary>Whether the credentials were refused, and there is no token left that could be used.</summary>
    public bool IsRefusal => error.Category == McErrorCategory.AuthenticationError;

    public static async Task<TToken> GuardAsync<TToken>(Task<TToken> token)
    {
        try
        {
            return await token.ConfigureAwait(false);
        }
        catch (McException exception)
        {
            throw new TokenUnavailableException(exception);
        }
    }
}
