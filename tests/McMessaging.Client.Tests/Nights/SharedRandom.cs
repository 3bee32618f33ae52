namespace McMessaging.Client.Tests.Nights;

/// <summary>Chance for several threads: one that is used by two at once gives nothing but zeros from then on.</summary>
internal sealed class SharedRandom(int seed) : Random(seed)
{
    private readonly object _lock = new();

    public override int Next(int maxValue)
    {
        lock (_lock)
        {
            return base.Next(maxValue);
        }
    }

    public override int Next(int minValue, int maxValue)
    {
        lock (_lock)
        {
            return base.Next(minValue, maxValue);
        }
    }
}
