using System.Security.Cryptography;
using System.Text;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>The client id and secret which the sandbox takes.</summary>
internal sealed class ClientCredentials
{
    private const int GeneratedLength = 24;

    private ClientCredentials(string clientId, string clientSecret)
    {
        ClientId = clientId;
        ClientSecret = clientSecret;
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>Whether the secret was made up, so that nobody has it from elsewhere.</summary>
    public bool IsSecretGenerated { get; private init; }

    public static ClientCredentials From(SandboxOptions options) => new(
        options.ClientId ?? RandomText.Create(GeneratedLength),
        options.ClientSecret ?? RandomText.Create(GeneratedLength))
    {
        IsSecretGenerated = options.ClientSecret is null,
    };

    public bool Match(string? clientId, string? clientSecret) =>
        string.Equals(clientId, ClientId, StringComparison.Ordinal)
        && clientSecret is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(clientSecret),
            Encoding.UTF8.GetBytes(ClientSecret));
}
