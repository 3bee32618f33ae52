namespace McMessaging.Sandboxing.Messages;

internal static class GeneratedMessageKey
{
    /// <summary>A new key as the service makes them: a GUID in 22 characters of URL-safe Base64.</summary>
    public static string Create() =>
        Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..22].Replace('+', '-').Replace('/', '_');
}
