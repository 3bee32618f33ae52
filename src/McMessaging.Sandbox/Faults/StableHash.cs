namespace McMessaging.Sandboxing.Faults;

/// <summary>Numbers which depend on their inputs alone, in every process and on every machine.</summary>
internal static class StableHash
{
    private const ulong FnvPrime = 0x100000001B3;
    private const ulong FnvOffset = 0xCBF29CE484222325;

    public static double UnitInterval(int seed, string? first, string? second)
    {
        var hash = Add(FnvOffset, (uint)seed);
        hash = Add(Add(hash, first), '\n');
        hash = Scramble(Add(hash, second));
        return (hash >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A seed of its own for each name.</summary>
    public static int Seed(int seed, string name) =>
        unchecked((int)Scramble(Add(Add(FnvOffset, (uint)seed), name)));

    private static ulong Add(ulong hash, string? text)
    {
        foreach (var c in text ?? "")
        {
            hash = Add(hash, c);
        }

        return hash;
    }

    private static ulong Add(ulong hash, uint value) => unchecked((hash ^ value) * FnvPrime);

    private static ulong Scramble(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            return hash ^ (hash >> 31);
        }
    }
}
