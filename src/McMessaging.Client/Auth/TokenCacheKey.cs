using System.Security.Cryptography;
using System.Text;
using McMessaging.Http;

namespace McMessaging.Auth;

/// <summary>
/// Whose token it is. The secret counts too, so that a wrong one never meets a token of the right one.
/// </summary>
internal sealed record TokenCacheKey(
    string AuthHost, string ClientId, long? AccountId, string Scope, string SecretDigest)
{
    private static readonly byte[] DigestKey = RandomNumberGenerator.GetBytes(32);

    public static TokenCacheKey For(AccountCredentials credentials) => new(
        credentials.AuthBase.Authority,
        credentials.ClientId,
        credentials.AccountId,
        string.Join(' ', credentials.Scope),
        Digest(Secret.Reveal(credentials.ClientSecret)));

    public override string ToString() => $"{ClientId} at {AuthHost}";

    private static string Digest(string secret) =>
        Convert.ToHexString(HMACSHA256.HashData(DigestKey, Encoding.UTF8.GetBytes(secret)));
}
