namespace McMessaging.Sandboxing.Definitions;

internal enum StoredDefinitionStatus
{
    Active,
    Inactive,
    Deleted,
}

internal static class StoredDefinitionStatuses
{
    /// <summary>The status a request may set, in any case; null when it is none.</summary>
    public static StoredDefinitionStatus? Parse(string text) => text.ToUpperInvariant() switch
    {
        "ACTIVE" => StoredDefinitionStatus.Active,
        "INACTIVE" => StoredDefinitionStatus.Inactive,
        _ => null,
    };
}
