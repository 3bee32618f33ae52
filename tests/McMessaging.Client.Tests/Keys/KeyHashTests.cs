using System.Buffers.Binary;
using System.Text;
using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class KeyHashTests
{
    [Fact]
    public void The_same_key_has_another_hash_in_every_run() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => new KeyHash().Of("order-2")).Distinct().Count());

    [Fact]
    public void A_key_has_one_hash_as_text_and_as_bytes()
    {
        var hash = new KeyHash();
        var texts = new[] { "", "k", "order-2", "Grüße 東京 😀", new string('ß', 1000) };

        Assert.All(texts, text => Assert.Equal(hash.Of(Encoding.UTF8.GetBytes(text)), hash.Of(text)));
    }

    // What differs in its last bits only had one chain of a table for itself: 400,000 of them took 53 s.
    [Fact]
    public void Keys_that_were_crafted_for_one_place_spread_over_a_table()
    {
        const int Count = 400_000;
        const int Places = 4096;
        var hash = new KeyHash();
        var bytes = new byte[16];
        var counts = new int[Places];
        for (var i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), i);
            var key = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            counts[(int)(hash.Of(key) >> 116)]++;
        }

        Assert.InRange(counts.Max(), 1, 4 * Count / Places);
    }

    // Vectors of the authors' reference implementation.
    [Theory]
    [InlineData(0, "A3817F04BA25A8E66DF67214C7550293")]
    [InlineData(1, "DA87C1D86B99AF44347659119B22FC45")]
    [InlineData(2, "8177228DA4A45DC7FCA38BDEF60AFFE4")]
    [InlineData(7, "A1F1EBBED8DBC153C0B84AA61FF08239")]
    [InlineData(8, "3B62A9BA6258F5610F83E264F31497B4")]
    [InlineData(15, "5493E99933B0A8117E08EC0F97CFC3D9")]
    [InlineData(16, "6EE2A4CA67B054BBFD3315BF85230577")]
    public void The_hash_is_that_of_its_authors(int length, string expected)
    {
        var hash = new SipHash(0x0706050403020100, 0x0f0e0d0c0b0a0908);
        byte[] input = [.. Enumerable.Range(0, length).Select(i => (byte)i)];

        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, hash.Of(input));

        Assert.Equal(expected, Convert.ToHexString(bytes));
    }
}
