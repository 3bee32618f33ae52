using System.Security;
using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging;

/// <summary>An account to send with. Keeps its token in memory and shows no secret.</summary>
public sealed class Connection : IDisposable
{
    private readonly TokenCacheKey? _tokenKey;
    private volatile bool _closed;

    private Connection(ConnectionOptions options, ServiceTransport transport, TokenAccess access, AccessToken first)
    {
        Name = options.Name;
        ClientId = options.ClientId;
        AccountId = options.AccountId;
        AuthBaseUri = options.AuthBaseUri;
        TimeProvider = options.TimeProvider;
        Transport = transport;
        Tokens = access.Tokens;
        _tokenKey = access.CacheKey;
        RestBaseUri = first.RestBase;
        Scope = first.Scope;
        TokenExpiresAt = first.ExpiresAt;
    }

    /// <summary>The connection's name.</summary>
    public string Name { get; }

    /// <summary>The authentication host; <c>null</c> for a token from elsewhere.</summary>
    public Uri? AuthBaseUri { get; }

    /// <summary>The REST host that the token goes to.</summary>
    public Uri RestBaseUri { get; }

    /// <summary>The client id; <c>null</c> for a token from elsewhere.</summary>
    public string? ClientId { get; }

    /// <summary>The business unit (MID) that was asked for; <c>null</c>: the package's own.</summary>
    public long? AccountId { get; }

    /// <summary>The scopes that the service granted.</summary>
    public IReadOnlyList<string> Scope { get; }

    /// <summary>
    /// When the token that was fetched at the start ends; it is renewed by itself. <c>null</c> if not known.
    /// </summary>
    public DateTimeOffset? TokenExpiresAt { get; }

    internal ServiceTransport Transport { get; }

    internal ITokenSource Tokens { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>What a journal remembers the account by: survives a new client id, holds no secret.</summary>
    internal string Account => (AuthBaseUri ?? RestBaseUri).Host + (AccountId is { } mid ? $"/{mid}" : "");

    /// <summary>Connects, and fetches a token, so that bad credentials fail here.</summary>
    /// <exception cref="McException">
    /// An option is wrong, the credentials were refused, or the service cannot be reached.
    /// </exception>
    public static async Task<Connection> ConnectAsync(ConnectionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var transport = new ServiceTransport(options.MessageHandler, options.Proxy, options.TimeProvider);
        try
        {
            var access = options.AccessToken is { } token
                ? WithToken(options, token)
                : WithCredentials(options, transport);
            var patience = TokenPatience.WhileConnecting with { Time = options.ConnectTimeout };
            var first = await access.Tokens.GetAsync(patience, cancellationToken).ConfigureAwait(false);
            return new Connection(options, transport, access, first);
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>Forgets the token and closes the network connections.</summary>
    public void Dispose()
    {
        _closed = true;
        if (_tokenKey is not null)
        {
            TokenCaches.Forget(_tokenKey);
        }

        Transport.Dispose();
    }

    /// <summary>The name and the host.</summary>
    public override string ToString() => OneLine.Of($"{Name} ({RestBaseUri.Host})");

    internal void ThrowIfClosed()
    {
        if (!_closed)
        {
            return;
        }

        throw new McException(
            "ConnectionClosed",
            McErrorCategory.InvalidOperation,
            $"The connection '{Name}' was disconnected.",
            "Connect again with Connect-McAccount.");
    }

    private static TokenAccess WithToken(ConnectionOptions options, SecureString token)
    {
        var restBase = ServiceAddress.CheckedBase(Required(options.RestBaseUri, "REST address"), "REST address");
        var value = Secret.Reveal(token);
        if (!AccessToken.IsWellFormed(value))
        {
            throw new McException(
                "InvalidAccessToken",
                McErrorCategory.InvalidArgument,
                "The access token is empty or has characters that no token has.",
                "Give the token itself, without quotes, spaces or line ends.");
        }

        return new TokenAccess(new StaticToken(new AccessToken(value, restBase, [], null, null)), null);
    }

    private static TokenAccess WithCredentials(ConnectionOptions options, ServiceTransport transport)
    {
        var authBase = ServiceAddress.CheckedBase(
            Required(options.AuthBaseUri, "authentication address"), "authentication address");
        var clientId = Required(options.ClientId, "client id");
        var secret = Required(options.ClientSecret, "client secret").Copy();
        var credentials = new AccountCredentials(authBase, clientId, secret, options.AccountId, options.Scope);
        var client = new TokenClient(transport, credentials, options.TimeProvider);
        var tokenKey = TokenCacheKey.For(credentials);
        var cache = TokenCaches.Get(tokenKey, options.TimeProvider);
        return new TokenAccess(new ClientCredentialTokens(cache, client), tokenKey);
    }

    private static TValue Required<TValue>(TValue? value, string what)
        where TValue : class =>
        value ?? throw new McException(
            "IncompleteConnection", McErrorCategory.InvalidArgument, $"The {what} is missing.", $"Give the {what}.");

    private sealed record TokenAccess(ITokenSource Tokens, TokenCacheKey? CacheKey);
}
