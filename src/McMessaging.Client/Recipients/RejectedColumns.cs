namespace McMessaging.Recipients;

/// <summary>The columns that a file of rejected rows has beside the input's own. They are never attributes.</summary>
internal static class RejectedColumns
{
    public const string Outcome = "McOutcome";
    public const string ErrorCode = "McErrorCode";
    public const string ErrorName = "McErrorName";
    public const string Message = "McMessage";
    public const string Advice = "McAdvice";
    public const string MessageKey = "McMessageKey";
    public const string SentAt = "McSentAt";
    public const string Shard = "McShard";

    private static readonly IReadOnlyList<string> All =
        [Outcome, ErrorCode, ErrorName, Message, Advice, MessageKey, SentAt];

    /// <summary>The columns of a run: one more where it sends a shard.</summary>
    public static IReadOnlyList<string> Of(SendShard? shard) => shard is null ? All : [.. All, Shard];

    public static bool Contains(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase) || Shard.Equals(name, StringComparison.OrdinalIgnoreCase);
}
