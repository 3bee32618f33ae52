namespace McMessaging.Keys;

/// <summary>
/// What is known of message keys, by their <see cref="KeyHash"/>, for runs of millions: 10 bytes and the value an entry
/// in the end, and nothing is ever copied or thrown away. 76 bits of a hash count, 12 by the chain of pages and 64 in
/// it: in a run of a million, two different keys are taken for one with a chance of 1 in 10^11.
/// </summary>
internal sealed class KeyTable<TValue>
    where TValue : unmanaged
{
    private const int ChainBits = 12;
    private readonly Page?[] _chains = new Page?[1 << ChainBits];

    /// <summary>The value of a key; the default one if the key is new.</summary>
    public ref TValue GetOrAdd(UInt128 hash, out bool isNew)
    {
        isNew = !TryFind(hash, out var page, out var index);
        if (isNew)
        {
            page = PageWithRoom(hash);
            index = page.Count++;
            page.Hashes[index] = (ulong)hash;
        }

        return ref page!.Values[index];
    }

    public bool TryGet(UInt128 hash, out TValue value)
    {
        var isKnown = TryFind(hash, out var page, out var index);
        value = isKnown ? page!.Values[index] : default;
        return isKnown;
    }

    public IEnumerable<TValue> Values()
    {
        foreach (var chain in _chains)
        {
            for (var page = chain; page is not null; page = page.Next)
            {
                for (var i = 0; i < page.Count; i++)
                {
                    yield return page.Values[i];
                }
            }
        }
    }

    private static int ChainOf(UInt128 hash) => (int)(hash >> (128 - ChainBits));

    private bool TryFind(UInt128 hash, out Page? page, out int index)
    {
        for (page = _chains[ChainOf(hash)]; page is not null; page = page.Next)
        {
            index = page.Hashes.AsSpan(0, page.Count).IndexOf((ulong)hash);
            if (index >= 0)
            {
                return true;
            }
        }

        index = -1;
        return false;
    }

    private Page PageWithRoom(UInt128 hash)
    {
        ref var first = ref _chains[ChainOf(hash)];
        if (first is null || first.Count == first.Hashes.Length)
        {
            first = new Page(first, first is null ? 8 : Math.Min(64, 2 * first.Hashes.Length));
        }

        return first;
    }

    private sealed class Page(Page? next, int size)
    {
        public Page? Next => next;

        public ulong[] Hashes { get; } = new ulong[size];

        public TValue[] Values { get; } = new TValue[size];

        public int Count { get; set; }
    }
}
