namespace McMessaging;

/// <summary>How often an error occurred.</summary>
/// <param name="ErrorCode">The service's code; <c>null</c> if it gave none.</param>
/// <param name="ErrorName">The name of the error.</param>
/// <param name="Count">How many results have it.</param>
public sealed record SendErrorCount(int? ErrorCode, string? ErrorName, long Count)
{
    /// <summary>What it means, from the error catalogue; <c>null</c> if the catalogue does not know it.</summary>
    public string? Meaning { get; } = ErrorCatalogue.Explain(ErrorCode, ErrorName)?.Meaning;

    /// <summary>The count, and the code and the name, as far as there are any.</summary>
    public override string ToString() => (ErrorCode, ErrorName) is (null, null)
        ? $"{Count} x no code"
        : OneLine.Of($"{Count} x {ErrorCode} {ErrorName}");
}
