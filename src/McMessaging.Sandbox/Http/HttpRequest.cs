using System.Collections.Specialized;
using McMessaging.Sandboxing.Faults;

namespace McMessaging.Sandboxing.Http;

/// <summary>A request that has arrived whole. Its body is valid until the response is written.</summary>
internal sealed record HttpRequest(
    string Method,
    RequestTarget Target,
    ReadOnlyMemory<byte> Body)
{
    private const string BearerScheme = "Bearer ";

    public NameValueCollection Headers { get; init; } = [];

    /// <summary>The values of the placeholders of the route which the request took.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; init; } = new Dictionary<string, string>();

    /// <summary>The business unit of the request's token; 0 on routes that need no token.</summary>
    public long AccountId { get; init; }

    /// <summary>The faults that the request meets.</summary>
    public FaultDraw Faults { get; init; } = FaultDraw.None;

    public string? BearerToken =>
        Headers["Authorization"] is { } credentials
        && credentials.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? credentials[BearerScheme.Length..].Trim()
            : null;

    public bool IsJson =>
        Headers["Content-Type"] is { } type
        && type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
