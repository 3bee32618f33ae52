namespace McMessaging.Chaos;

/// <summary>The size of a chaos run. The seed decides faults, kill points and whose message key is given.</summary>
public sealed record ChaosOptions(int Recipients, int BatchSize, int Kills, int Seed)
{
    /// <summary>The shares of requests that go wrong.</summary>
    public SandboxFaults Faults { get; init; } = new()
    {
        Http500 = 0.05,
        Http429 = 0.05,
        DropBefore = 0.05,
        DropAfter = 0.05,
        HtmlError = 0.02,
        RetryAfter = 1,
        LatencyMs = 20,
    };

    /// <summary>Short, so that tokens end on the way.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(4);
}
