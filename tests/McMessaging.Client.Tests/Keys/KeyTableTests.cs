using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class KeyTableTests
{
    private readonly KeyHash _hash = new();

    [Fact]
    public void A_million_keys_are_new_once_and_keep_their_values()
    {
        const int Count = 1_000_000;
        var table = new KeyTable<int>();

        var added = Enumerable.Range(0, Count).Count(i => Add(table, i));
        var again = Enumerable.Range(0, Count).Count(i => Add(table, i));

        Assert.Equal((Count, 0), (added, again));
        Assert.Equal(Enumerable.Range(0, Count), table.Values().Order());
        Assert.True(table.TryGet(_hash.Of("77"), out var value));
        Assert.Equal(77, value);
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(long.MaxValue)]
    public void However_many_keys_were_expected_it_holds_those_that_come(long expected)
    {
        const int Count = 100_000;
        var table = new KeyTable<int>(expected);

        var added = Enumerable.Range(0, Count).Count(i => Add(table, i));
        var again = Enumerable.Range(0, Count).Count(i => Add(table, i));

        Assert.Equal((Count, 0), (added, again));
        Assert.Equal(Enumerable.Range(0, Count), table.Values().Order());
    }

    [Fact]
    public void More_keys_than_were_expected_have_their_place_too()
    {
        const int Count = 600_000;
        var table = new KeyTable<int>(300_000);

        var added = Enumerable.Range(0, Count).Count(i => Add(table, i));

        Assert.Equal(Count, added);
        Assert.Equal(Enumerable.Range(0, Count), table.Values().Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public void Hashes_that_differ_in_one_of_their_first_12_or_last_64_bits_are_two_keys(long expected)
    {
        var table = new KeyTable<int>(expected);
        var bits = Enumerable.Range(0, 64).Concat(Enumerable.Range(116, 12));
        UInt128[] hashes = [UInt128.Zero, .. bits.Select(bit => UInt128.One << bit)];

        Assert.All(hashes, hash =>
        {
            table.GetOrAdd(hash, out var isNew);
            Assert.True(isNew);
        });
    }

    [Fact]
    public void A_key_costs_a_few_bytes()
    {
        const int Count = 200_000;
        var table = new KeyTable<int>();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0UL; i < Count; i++)
        {
            table.GetOrAdd(new UInt128(i << 52, i), out _);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 12, 40);
    }

    [Fact]
    public void What_was_not_added_is_not_found()
    {
        var table = new KeyTable<int>();
        table.GetOrAdd(_hash.Of("one"), out _) = 1;

        Assert.False(table.TryGet(_hash.Of("other"), out var value));
        Assert.Equal(0, value);
    }

    private bool Add(KeyTable<int> table, int number)
    {
        ref var value = ref table.GetOrAdd(_hash.Of(number.ToString()), out var isNew);
        value = number;
        return isNew;
    }
}
