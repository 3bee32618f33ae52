using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>The tokens handed out and still good.</summary>
internal sealed class TokenStore(TimeSpan lifetime, TimeProvider time)
{
    private const int TokenLength = 64;

    private readonly object _lock = new();
    private readonly Dictionary<string, TokenGrant> _grants = new(StringComparer.Ordinal);

    public int LifetimeSeconds { get; } = (int)lifetime.TotalSeconds;

    public string Issue(string scope, long accountId)
    {
        var token = RandomText.Create(TokenLength);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            ForgetExpired(now);
            _grants[token] = new TokenGrant(scope, accountId, now.AddSeconds(LifetimeSeconds));
        }

        return token;
    }

    /// <summary>Null when the token is missing, unknown or expired.</summary>
    public TokenGrant? Find(string? token)
    {
        if (token is null)
        {
            return null;
        }

        lock (_lock)
        {
            return _grants.TryGetValue(token, out var grant) && time.GetUtcNow() < grant.ExpiresAt
                ? grant
                : null;
        }
    }

    public void Revoke(string token)
    {
        lock (_lock)
        {
            _grants.Remove(token);
        }
    }

    private void ForgetExpired(DateTimeOffset now)
    {
        foreach ((var token, var grant) in _grants.ToArray())
        {
            if (grant.ExpiresAt <= now)
            {
                _grants.Remove(token);
            }
        }
    }
}
