namespace McMessaging.Retrying;

/// <summary>Full jitter: a random part of an exponentially growing, capped wait.</summary>
internal sealed class Backoff(Func<double> random)
{
    public static readonly Backoff Shared = new(Random.Shared.NextDouble);

    private const int FirstLongWait = 5;
    private static readonly TimeSpan Base = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The wait after the given attempt (1 is the first). From the fifth on at least half of what it may be: six
    /// retries take more than 20 s, whatever is drawn, and so outlast a short outage.
    /// </summary>
    public TimeSpan After(int attempt)
    {
        var wait = Ceiling(attempt) * (attempt < FirstLongWait ? random() : AtLeastHalf());
        return wait > Least ? wait : Least;
    }

    /// <summary>The wait after a 429 that names none.</summary>
    public TimeSpan AfterRateLimit(int attempt, bool isBlocked) => isBlocked ? AfterBlock() : After(attempt);

    /// <summary>The wait after the service blocked this client: never short, nor the same for two workers.</summary>
    public TimeSpan AfterBlock() => Cap * AtLeastHalf();

    private static TimeSpan Ceiling(int attempt)
    {
        var exponential = Base * Math.Pow(2, Math.Min(attempt - 1, 10));
        return exponential < Cap ? exponential : Cap;
    }

    private double AtLeastHalf() => 0.5 + (0.5 * random());
}
