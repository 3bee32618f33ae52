using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>What a run came to.</summary>
internal sealed record RunResult
{
    /// <summary>The recipients of the input, but for those that other shards send.</summary>
    public required long Count { get; init; }

    /// <summary>Rows that other shards send.</summary>
    public long OtherShards { get; init; }

    public required ResultCounters Results { get; init; }

    /// <summary>What a dry run would have sent.</summary>
    public required PreviewCounters Previews { get; init; }

    /// <summary>What the operation counted; <c>null</c> if it ended early.</summary>
    public SendSummary? Sent { get; init; }

    /// <summary>What ended it early.</summary>
    public Exception? Failure { get; init; }

    public bool IsInterrupted { get; init; }

    public TimeSpan Elapsed { get; init; }
}
