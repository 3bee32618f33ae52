using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class FingerprintSetTests
{
    [Fact]
    public void A_million_fingerprints_are_new_once()
    {
        const int Count = 1_000_000;
        var set = new FingerprintSet();

        var added = Enumerable.Range(0, Count).Count(i => set.Add(Fingerprint(i)));
        var again = Enumerable.Range(0, Count).Count(i => set.Add(Fingerprint(i)));

        Assert.Equal((Count, 0), (added, again));
    }

    [Fact]
    public void Zero_is_a_fingerprint_like_any_other()
    {
        var set = new FingerprintSet();

        Assert.True(set.Add(UInt128.Zero));
        Assert.False(set.Add(UInt128.Zero));
    }

    [Fact]
    public void Fingerprints_that_share_their_low_bits_stay_apart()
    {
        var set = new FingerprintSet();

        Assert.All(Enumerable.Range(1, 3000), i => Assert.True(set.Add((UInt128)i << 64)));
        Assert.All(Enumerable.Range(1, 3000), i => Assert.False(set.Add((UInt128)i << 64)));
    }

    private static UInt128 Fingerprint(int i) => new((ulong)i * 0x9E3779B97F4A7C15, (ulong)i * 0xC2B2AE3D27D4EB4F);
}
