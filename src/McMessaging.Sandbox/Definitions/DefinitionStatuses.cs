namespace McMessaging.Sandboxing.Definitions;

internal enum DefinitionStatus
{
    Active,
    Inactive,
    Deleted,
}

internal static class DefinitionStatuses
{
    /// <summary>The status a request may set, in any case; null when it is none.</summary>
    public static DefinitionStatus? Parse(string text) => text.ToUpperInvariant() switch
    {
        "ACTIVE" => DefinitionStatus.Active,
        "INACTIVE" => DefinitionStatus.Inactive,
        _ => null,
    };
}
