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
}
