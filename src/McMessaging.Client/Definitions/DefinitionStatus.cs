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

    /// <summary>Made, and not active yet.</summary>
    New,
}

/// <summary>
/// The service's words for a definition's status: <c>Active</c> in responses, <c>active</c> in requests.
/// </summary>
internal static class DefinitionStatusText
{
    public static DefinitionStatus Parse(string? text) =>
        Enum.GetValues<DefinitionStatus>()
            .FirstOrDefault(status => status.ToString().Equals(text, StringComparison.OrdinalIgnoreCase));

    public static string ToWire(this DefinitionStatus status) => status switch
    {
        DefinitionStatus.Active => "active",
        DefinitionStatus.Inactive => "inactive",
        DefinitionStatus.Deleted => "deleted",
        _ => throw new McException(
            "InvalidDefinitionStatus",
            McErrorCategory.InvalidArgument,
            "The service knows no such status.",
            "Give Active, Inactive or Deleted."),
    };
}
