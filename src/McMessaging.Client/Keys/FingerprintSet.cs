namespace McMessaging.Keys;

/// <summary>
/// A set of 128-bit fingerprints for runs of millions: 10 bytes an entry in the end, and nothing is ever copied or
/// thrown away. 76 of the bits count, 12 by the chain of pages and 64 in it: in a run of a million, two different
/// fingerprints are taken for one with a chance of 1 in 10^11.
/// </summary>
internal sealed class FingerprintSet
{
    // Odd, so that different fingerprints stay different; spreads those that differ in a few bits only.
    private static readonly UInt128 Spread = new(0x9E3779B97F4A7C15, 0xF39CC0605CEDC835);

    private readonly Page?[] _chains = new Page?[4096];

    /// <summary>Adds a fingerprint; <c>false</c> if it was there.</summary>
    public bool Add(UInt128 fingerprint)
    {
        var spread = fingerprint * Spread;
        var high = (ulong)(spread >> 64);
        var kept = high ^ (ulong)spread;
        ref var first = ref _chains[high >> 52];
        for (var page = first; page is not null; page = page.Next)
        {
            if (page.Contains(kept))
            {
                return false;
            }
        }

        if (first is null || first.IsFull)
        {
            first = new Page(first);
        }

        first.Add(kept);
        return true;
    }

    private sealed class Page(Page? next)
    {
        private readonly ulong[] _kept = new ulong[next is null ? 8 : Math.Min(64, 2 * next._kept.Length)];
        private int _count;

        public Page? Next => next;

        public bool IsFull => _count == _kept.Length;

        public bool Contains(ulong kept) => _kept.AsSpan(0, _count).Contains(kept);

        public void Add(ulong kept) => _kept[_count++] = kept;
    }
}
