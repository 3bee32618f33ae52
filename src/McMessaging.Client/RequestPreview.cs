namespace McMessaging;

/// <summary>A request that would be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">The address; relative to the service if there is no connection.</param>
/// <param name="Body">The body: the JSON text whose UTF-8 bytes would be sent.</param>
/// <param name="RecipientCount">How many recipients the body carries.</param>
public sealed record RequestPreview(string Method, Uri Uri, string Body, int RecipientCount)
{
    /// <summary>The method, the path and the number of recipients; never the body.</summary>
    public override string ToString() => OneLine.Of($"{Method} {Uri} ({CountWords.Recipients(RecipientCount)})");
}
