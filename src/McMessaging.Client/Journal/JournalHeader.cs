namespace McMessaging.Journal;

/// <summary>The first line of a journal: which run it belongs to.</summary>
/// <param name="RunId">The run that derived message keys belong to.</param>
/// <param name="Channel">The channel.</param>
/// <param name="DefinitionKey">The definition key, or the key or id of a triggered send.</param>
/// <param name="Account">The authentication host, and the business unit if one was asked for.</param>
/// <param name="CreatedAt">When the journal was begun.</param>
internal sealed record JournalHeader(
    string RunId, MessageChannel Channel, string DefinitionKey, string Account, DateTimeOffset CreatedAt)
{
    /// <summary>The part of the input that it is about, such as <c>3/8</c>; <c>null</c>: all.</summary>
    public string? Shard { get; init; }
}
