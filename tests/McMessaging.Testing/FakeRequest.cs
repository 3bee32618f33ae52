namespace McMessaging.Testing;

/// <summary>A request as it came; the first has the number 1. Requests for a token are not among them.</summary>
public sealed record FakeRequest(int Number, string Method, string Path, string Body, string? Bearer)
{
    /// <summary>The message keys of a request for many recipients.</summary>
    public string[] Keys => FakeResponse.KeysOf(Body);
}
