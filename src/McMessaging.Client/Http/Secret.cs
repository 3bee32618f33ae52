using System.Net;
using System.Security;

namespace McMessaging.Http;

internal static class Secret
{
    public static SecureString Protect(string value)
    {
        var secret = new NetworkCredential("", value).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }

    public static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;

    /// <summary>A text that somebody else wrote, without the secret.</summary>
    public static string Mask(string text, string secret) =>
        secret.Length == 0 ? text : text.Replace(secret, "***", StringComparison.Ordinal);
}
