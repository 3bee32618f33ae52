using System.Net;
using System.Security;

namespace McMessaging.Commands;

/// <summary>Turns the secret of a sandbox, which opens nothing else, into text.</summary>
internal static class SecretText
{
    public static string Reveal(this SecureString secret) => new NetworkCredential("", secret).Password;
}
