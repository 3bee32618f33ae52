namespace McMessaging.Sending;

/// <summary>How a run is told from others, and whether it can be taken up again.</summary>
/// <param name="Id">The run id.</param>
/// <param name="Channel">The channel; a triggered send has no keys that the service would know again.</param>
/// <param name="HasJournal">Whether it keeps a journal.</param>
/// <param name="IsPreview">Whether it sends nothing.</param>
/// <param name="RejectedPath">The file that keeps what it did not send; <c>null</c>: none.</param>
internal sealed record RunName(
    string Id, MessageChannel Channel, bool HasJournal, bool IsPreview = false, string? RejectedPath = null)
{
    /// <summary>Whether it was stopped, so that not all input was read.</summary>
    public bool IsCutShort { get; init; }
}
