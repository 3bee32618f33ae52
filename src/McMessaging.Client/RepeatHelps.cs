namespace McMessaging;

/// <summary>Whether the same request can succeed later.</summary>
public enum RepeatHelps
{
    /// <summary>The same data fails again.</summary>
    No,

    /// <summary>Perhaps: it depends on what the service did meanwhile.</summary>
    Maybe,

    /// <summary>Yes, after a wait.</summary>
    Yes,
}
