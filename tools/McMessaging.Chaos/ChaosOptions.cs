namespace McMessaging.Chaos;

/// <summary>
/// The size of a chaos run. The seed decides its stages, their faults and ends, and whose key is given.
/// </summary>
public sealed record ChaosOptions(int Recipients, int BatchSize, int Stages, int Seed)
{
    /// <summary>Short, so that tokens end on the way.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(4);
}
