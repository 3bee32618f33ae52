namespace McMessaging.Sandboxing.Http;

/// <summary>A request that has arrived whole. Its body is valid until the response is written.</summary>
internal sealed record HttpRequest(
    string Method,
    RequestTarget Target,
    string? Authorization,
    string? ContentType,
    ReadOnlyMemory<byte> Body)
{
    private const string BearerScheme = "Bearer ";

    /// <summary>The values of the placeholders of the route which the request took.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; init; } = new Dictionary<string, string>();

    public string? BearerToken =>
        Authorization?.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) == true
            ? Authorization[BearerScheme.Length..].Trim()
            : null;

    public bool IsJson =>
        ContentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) == true;
}
