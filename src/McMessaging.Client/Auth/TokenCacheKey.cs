using System.Collections.Concurrent;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using McMessaging.Http;

namespace McMessaging.Auth;

/// <summary>
/// Whose token it is. Connections with the same identity share one token, because the service allows few token requests.
/// </summary>
internal sealed record TokenCacheKey(string AuthHost, string ClientId, long? AccountId, string Scope, string SecretDigest)
{
    private static readonly ConcurrentDictionary<TokenCacheKey, TokenCache> Caches = new();
    private static readonly byte[] DigestKey = RandomNumberGenerator.GetBytes(32);

    public static TokenCacheKey Of(ConnectionOptions options, Uri authBase, SecureString clientSecret) => new(
        authBase.Authority,
        options.ClientId!,
        options.AccountId,
        string.Join(' ', options.Scope),
        Convert.ToHexString(HMACSHA256.HashData(DigestKey, Encoding.UTF8.GetBytes(Secret.Reveal(clientSecret)))));

    public TokenCache SharedCache(TimeProvider timeProvider) => Caches.GetOrAdd(this, _ => new TokenCache(timeProvider));

    public void Forget() => Caches.TryRemove(this, out _);

    public override string ToString() => $"{ClientId} at {AuthHost}";
}
