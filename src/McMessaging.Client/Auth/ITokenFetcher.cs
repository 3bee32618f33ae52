namespace McMessaging.Auth;

/// <summary>Asks once for a token.</summary>
internal interface ITokenFetcher
{
    /// <summary>Whether its connection was closed; nothing can be fetched any more.</summary>
    bool IsClosed { get; }

    Task<TokenResponse> FetchAsync();
}

/// <summary>What one request for a token came to: a token, or what was wrong.</summary>
internal sealed record TokenResponse(AccessToken? Token, TokenTrouble? Trouble);

/// <summary>Why there is no token.</summary>
/// <param name="Error">The error, in words for people.</param>
/// <param name="IsPassing">Whether it looks as if it may pass: no response, 408, 429, 5xx.</param>
/// <param name="RetryAfter">When the host wants to be asked again, if it said so.</param>
internal sealed record TokenTrouble(McException Error, bool IsPassing, TimeSpan? RetryAfter)
{
    /// <summary>Whether the host refused the credentials, in its own words.</summary>
    public bool IsRefusal => Error.Category == McErrorCategory.AuthenticationError;
}
