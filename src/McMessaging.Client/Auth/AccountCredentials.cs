using System.Security;

namespace McMessaging.Auth;

/// <summary>What tokens are fetched with.</summary>
internal sealed record AccountCredentials(
    Uri AuthBase, string ClientId, SecureString ClientSecret, long? AccountId, IReadOnlyList<string> Scope)
{
    public override string ToString() => $"{ClientId} at {AuthBase.Authority}";
}
