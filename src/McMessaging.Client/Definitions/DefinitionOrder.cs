namespace McMessaging;

/// <summary>What a list of definitions is sorted by.</summary>
public enum DefinitionOrder
{
    /// <summary>The definition key.</summary>
    DefinitionKey,

    /// <summary>The name.</summary>
    Name,

    /// <summary>When it was made.</summary>
    CreatedDate,

    /// <summary>When it was last changed.</summary>
    ModifiedDate,

    /// <summary>The status.</summary>
    Status,
}
