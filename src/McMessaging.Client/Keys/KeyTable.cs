using System.Numerics;
using System.Runtime.CompilerServices;

namespace McMessaging.Keys;

/// <summary>
/// What is known of message keys, by their <see cref="KeyHash"/>, for runs of millions: 10 bytes and the value an entry
/// in the end, and nothing is ever copied or thrown away. At least 76 bits of a hash count, 12 by the chain of pages
/// and 64 in it: in a run of a million, two different keys are taken for one with a chance of 1 in 10^11.
/// </summary>
internal sealed class KeyTable<TValue>
    where TValue : unmanaged
{
    private const int FewestChainBits = 12;
    private const int MostChainBits = 20;
    private const int SmallPage = 8;
    private const int LargePage = 64;
    private readonly Page?[] _chains;
    private readonly int _chainBits = FewestChainBits;
    private readonly int _firstPage = SmallPage;

    /// <param name="expected">
    /// How many keys there will be, if it is known, about: chains are of one page then, and a key is found at one look.
    /// </param>
    public KeyTable(long expected = 0)
    {
        if (expected > LargePage << FewestChainBits)
        {
            _chainBits = Math.Min(MostChainBits, BitOperations.Log2((ulong)expected / LargePage) + 1);
            _firstPage = LargePage;
        }

        _chains = new Page?[1 << _chainBits];
    }

    /// <summary>The value of a key; the default one if the key is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private int ChainOf(UInt128 hash) => (int)((ulong)(hash >> 64) >> (64 - _chainBits));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            first = new Page(first, SizeAfter(first));
        }

        return first;
    }

    private int SizeAfter(Page? page) => page switch
    {
        null => _firstPage,
        { Next: null, Hashes.Length: LargePage } => SmallPage,
        _ => Math.Min(LargePage, 2 * page.Hashes.Length),
    };

    private sealed class Page(Page? next, int size)
    {
        public Page? Next => next;

        public ulong[] Hashes { get; } = new ulong[size];

        public TValue[] Values { get; } = new TValue[size];

        public int Count { get; set; }
    }
}
