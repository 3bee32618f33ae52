namespace McMessaging.Retrying;

/// <summary>Full jitter: a random part of an exponentially growing, capped wait.</summary>
internal sealed class Backoff(Func<double> random)
{
    public static readonly Backoff Shared = new(Random.Shared.NextDouble);

    private static readonly TimeSpan Base = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>The wait after the given attempt (1 is the first).</summary>
    public TimeSpan After(int attempt)
    {
        var wait = Ceiling(attempt) * random();
        return wait > Least ? wait : Least;
    }

    /// <summary>The wait after the service blocked this client: never short, and never the same for two workers.</summary>
    public TimeSpan AfterBlock() => Cap * (0.5 + (0.5 * random()));

    private static TimeSpan Ceiling(int attempt)
    {
        var exponential = Base * Math.Pow(2, Math.Min(attempt - 1, 10));
        return exponential < Cap ? exponential : Cap;
    }
}
