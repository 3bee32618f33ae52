using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Tests.Messages;

public class AcceptedKeysTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(20_000)]
    [InlineData(150_000)]
    [InlineData(300_000)]
    public void A_key_takes_at_most_64_bytes_however_long_it_is(int count)
    {
        var keys = new AcceptedKeys();
        var padding = new string('x', 90);
        for (var i = 0; i < count; i++)
        {
            keys.Set(1, $"{padding}{i}", Noon);
        }

        Assert.Equal(count, keys.Count);
        Assert.InRange(keys.Bytes, 1, 64L * count);
    }

    [Fact]
    public void Every_key_is_found_with_its_time_and_no_other()
    {
        var keys = new AcceptedKeys();
        for (var i = 0; i < 5000; i++)
        {
            keys.Set(1, $"key-{i}", Noon.AddSeconds(i));
        }

        keys.Set(1, "key-7", Noon.AddDays(1));

        Assert.All(
            Enumerable.Range(0, 5000).Where(i => i != 7),
            i => Assert.Equal(Noon.AddSeconds(i), keys.Find(1, $"key-{i}")));
        Assert.Equal(Noon.AddDays(1), keys.Find(1, "key-7"));
        Assert.Null(keys.Find(1, "key-5000"));
        Assert.Null(keys.Find(2, "key-0"));
        Assert.Equal(5000, keys.Count);
    }
}
