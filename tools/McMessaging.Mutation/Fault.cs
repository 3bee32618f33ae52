namespace McMessaging.Mutation;

/// <summary>One change that Stryker made to the engine: a test should notice it.</summary>
/// <param name="Id">Stryker's number of it: it differs from build to build.</param>
/// <param name="File">The changed file, below the engine's folder, with slashes.</param>
/// <param name="Line">Where the change begins.</param>
/// <param name="Kind">What sort of change it is.</param>
/// <param name="Original">The code as it is.</param>
/// <param name="Replacement">The code as it is with the fault.</param>
internal sealed record Fault(int Id, string File, int Line, string Kind, string Original, string Replacement)
{
    /// <summary>Whether it is in what runs but once in a process.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The engine's folder, or a dot for what stands beside the folders.</summary>
    public string Folder => File.IndexOf('/') is > 0 and var end ? File[..end] : ".";

    /// <summary>
    /// Text for people: its words are nobody's contract, and a test that pinned them would only stand in the way.
    /// Names on the wire, in the journal and of errors have no blank, and count.
    /// </summary>
    public bool IsProse =>
        Kind.StartsWith("String", StringComparison.Ordinal)
        && Original.Contains('"')
        && (Original.Contains(' ') || File.EndsWith("Errors.cs", StringComparison.Ordinal));
}
