using System.Text;
using McMessaging.Journal;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Journal;

public sealed class JournalSealTests
{
    [Fact]
    public void A_line_of_which_anything_is_missing_is_never_whole()
    {
        var line = Sealed(7, """{"key":"k","outcome":"Accepted"}""");
        Assert.True(JournalSeal.IsUnchanged(line));

        Assert.All(Enumerable.Range(0, line.Length), length =>
        {
            Assert.False(JournalSeal.IsUnchanged(line.AsSpan(0, length)));
            Assert.False(JournalSeal.IsUnchanged(line.AsSpan(line.Length - length)));
            byte[] without = [.. line[..length], .. line[(length + 1)..]];
            Assert.False(JournalSeal.IsUnchanged(without));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"n\":\"}")]
    [InlineData("{\"n\":1\"}")]
    [InlineData(",\"crc\":\"00000000\"}")]
    [InlineData("{\"n\":,\"crc\":\"cfb1450a\"}")]
    public void What_is_too_short_for_a_line_is_none(string text) =>
        Assert.False(JournalSeal.IsUnchanged(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, "a second time")]
    [InlineData(6, "a line before it is missing")]
    [InlineData(4, "3 lines before it are missing")]
    public void A_line_in_another_place_says_what_is_wrong(long expected, string? words)
    {
        var wrong = JournalSeal.Check(Sealed(7, """{"a":1}"""), expected, out var members);

        Assert.Equal(words is null, wrong is null);
        Assert.Contains(words ?? "", wrong ?? "", StringComparison.Ordinal);
        Assert.Equal("\"a\":1", Encoding.UTF8.GetString(members));
    }

    private static byte[] Sealed(long number, string json)
    {
        using var buffer = new PooledBuffer(64);
        JournalSeal.Append(buffer, number, Encoding.UTF8.GetBytes(json));
        return buffer.Span[..^1].ToArray();
    }
}
