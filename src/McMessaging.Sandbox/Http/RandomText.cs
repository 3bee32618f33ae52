using System.Security.Cryptography;

namespace McMessaging.Sandboxing.Http;

/// <summary>Text of random letters and digits, - and _, which needs no escaping anywhere.</summary>
internal static class RandomText
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string Create(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
