using System.Net;
using System.Security;

namespace McMessaging.Commands;

/// <summary>Turns secrets into text and back, for the sandbox alone: its secrets open nothing else.</summary>
internal static class SecretText
{
    public static string Reveal(this SecureString secret) => new NetworkCredential("", secret).Password;

    public static SecureString Protect(this string secret) => new NetworkCredential("", secret).SecurePassword;
}
