namespace McMessaging.Calls;

/// <summary>One thing asked of the service, and what an error about it has to say.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the REST host, without a leading slash; may have a query.</param>
/// <param name="Purpose">What it is for, so that "Cannot …" makes a sentence.</param>
internal sealed record ServiceCall(HttpMethod Method, string Path, string Purpose)
{
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Whether a retry after an ambiguous failure does no harm.</summary>
    public bool CanRetryAmbiguous { get; init; } = true;

    /// <summary>The scopes that the service wants for it; <c>null</c>: none.</summary>
    public string? Scope { get; init; }
}
