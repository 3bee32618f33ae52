using System.Security;
using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging;

/// <summary>An account to send with. Keeps its token in memory and shows no secret.</summary>
public sealed class Connection : IDisposable
{
    private readonly TokenCacheKey? _identity;
    private volatile bool _closed;

    private Connection(ConnectionOptions options, ServiceTransport transport, ITokenSource tokens, TokenCacheKey? identity)
    {
        Name = options.Name;
        ClientId = options.ClientId;
        AccountId = options.AccountId;
        AuthBaseUri = options.AuthBaseUri;
        TimeProvider = options.TimeProvider;
        Transport = transport;
        Tokens = tokens;
        _identity = identity;
    }

    /// <summary>The connection's name.</summary>
    public string Name { get; }

    /// <summary>The authentication host; <c>null</c> for a token from elsewhere.</summary>
    public Uri? AuthBaseUri { get; }

    /// <summary>The REST host that the token goes to.</summary>
    public Uri RestBaseUri { get; private set; } = null!;

    /// <summary>The client id; <c>null</c> for a token from elsewhere.</summary>
    public string? ClientId { get; }

    /// <summary>The business unit (MID) that was asked for; <c>null</c>: the package's own.</summary>
    public long? AccountId { get; }

    /// <summary>The scopes that the service granted.</summary>
    public IReadOnlyList<string> Scope { get; private set; } = [];

    /// <summary>When the token that was fetched at the start ends; it is renewed by itself. <c>null</c> if not known.</summary>
    public DateTimeOffset? TokenExpiresAt { get; private set; }

    internal ServiceTransport Transport { get; }

    internal ITokenSource Tokens { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>What a journal remembers the account by: survives a new client id, holds no secret.</summary>
    internal string Account => (AuthBaseUri ?? RestBaseUri).Host + (AccountId is { } mid ? $"/{mid}" : "");

    /// <summary>Connects, and fetches a token, so that bad credentials fail here.</summary>
    /// <exception cref="McException">An option is wrong, the credentials were refused, or the service cannot be reached.</exception>
    public static async Task<Connection> ConnectAsync(ConnectionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var transport = new ServiceTransport(options.MessageHandler, options.Proxy, options.TimeProvider);
        try
        {
            var connection = options.AccessToken is { } token
                ? WithToken(options, transport, token)
                : WithCredentials(options, transport);
            var first = await connection.Tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            connection.RestBaseUri = first.RestBase;
            connection.Scope = first.Scope;
            connection.TokenExpiresAt = first.ExpiresAt;
            return connection;
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
        _identity?.Forget();
        Transport.Dispose();
    }

    /// <summary>The name and the host.</summary>
    public override string ToString() => $"{Name} ({RestBaseUri.Host})";

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

    private static Connection WithToken(ConnectionOptions options, ServiceTransport transport, SecureString token)
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

        var given = new AccessToken(value, restBase, [], null, null);
        return new Connection(options, transport, new StaticToken(given), null);
    }

    private static Connection WithCredentials(ConnectionOptions options, ServiceTransport transport)
    {
        var authBase = ServiceAddress.CheckedBase(
            Required(options.AuthBaseUri, "authentication address"), "authentication address");
        Required(options.ClientId, "client id");
        var secret = Required(options.ClientSecret, "client secret").Copy();
        var identity = TokenCacheKey.Of(options, authBase, secret);
        var client = new TokenClient(transport, options, secret, authBase);
        return new Connection(
            options, transport, new ClientCredentialTokens(identity.SharedCache(options.TimeProvider), client), identity);
    }

    private static TValue Required<TValue>(TValue? value, string what)
        where TValue : class =>
        value ?? throw new McException(
            "IncompleteConnection", McErrorCategory.InvalidArgument, $"The {what} is missing.", $"Give the {what}.");
}
