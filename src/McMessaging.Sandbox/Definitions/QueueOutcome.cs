namespace McMessaging.Sandboxing.Definitions;

internal enum QueueFate
{
    Waiting,
    Released,
    Dropped,
}

/// <summary>Where a message is, and since when.</summary>
internal readonly record struct QueueOutcome(QueueFate Fate, DateTimeOffset At);
