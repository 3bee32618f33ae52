namespace McMessaging;

/// <summary>Which messages not sent to list, and where to keep how far that was.</summary>
public sealed record NotSentOptions
{
    /// <summary>
    /// The event to begin after; <c>null</c>: from the first that the service remembers. Where a checkpoint is there,
    /// the checkpoint counts.
    /// </summary>
    public long? LastEventId { get; init; }

    /// <summary>Messages to list at most, the oldest first; <c>null</c>: all.</summary>
    public int? First { get; init; }

    /// <summary>
    /// The file that keeps how far the last listing came; <c>null</c>: none. It is made with the first listing.
    /// </summary>
    public string? CheckpointPath { get; init; }
}
