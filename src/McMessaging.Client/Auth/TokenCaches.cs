using System.Collections.Concurrent;

namespace McMessaging.Auth;

/// <summary>
/// The tokens of this process. Connections with the same key share one, because the service allows few token requests.
/// </summary>
internal static class TokenCaches
{
    private static readonly ConcurrentDictionary<TokenCacheKey, TokenCache> Caches = new();

    public static TokenCache Get(TokenCacheKey key, TimeProvider timeProvider) =>
        Caches.GetOrAdd(key, _ => new TokenCache(timeProvider));

    public static void Forget(TokenCacheKey key) => Caches.TryRemove(key, out _);
}
