namespace McMessaging;

/// <summary>Whether a definition sends.</summary>
public enum DefinitionStatus
{
    /// <summary>A word of the service that has no name here; see <see cref="SendDefinition.StatusText"/>.</summary>
    Unknown,

    /// <summary>Messages are processed and sent.</summary>
    Active,

    /// <summary>Messages are taken and queued for up to three days.</summary>
    Inactive,

    /// <summary>Deleted, and kept by the service as a record.</summary>
    Deleted,
}
