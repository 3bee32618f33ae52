using System.Text;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

public sealed class JournalLineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Lines_are_whole_and_know_their_places_however_few_bytes_come_at_once(int atOnce)
    {
        var reader = Over("ab\n\ncdefg\nhi", atOnce);

        Assert.Equal((JournalLineKind.Whole, "ab", 0, 3), Next(reader));
        Assert.Equal((JournalLineKind.Whole, "", 3, 4), Next(reader));
        Assert.Equal((JournalLineKind.Whole, "cdefg", 4, 10), Next(reader));
        Assert.Equal((JournalLineKind.WithoutEnd, "hi", 10, 12), Next(reader));
        Assert.Equal((JournalLineKind.None, "", 12, 12), Next(reader));
        Assert.Equal((JournalLineKind.None, "", 12, 12), Next(reader));
    }

    [Theory]
    [InlineData("12345\n", JournalLineKind.Whole)]
    [InlineData("123456\n", JournalLineKind.TooLong)]
    [InlineData("12345", JournalLineKind.WithoutEnd)]
    [InlineData("123456", JournalLineKind.TooLong)]
    public void A_line_may_be_as_long_as_was_said_and_not_a_byte_longer(string text, object kind)
    {
        Assert.Equal(kind, Over(text, 1).Read(5, out _));
        Assert.Equal(kind, Over(text, 100).Read(5, out _));
    }

    private static (JournalLineKind Kind, string Text, long Start, long End) Next(JournalLineReader reader)
    {
        var kind = reader.Read(5, out var line);
        return (kind, Encoding.ASCII.GetString(line), reader.LineStart, reader.Position);
    }

    private static JournalLineReader Over(string text, int atOnce) =>
        new(new SlowStream(Encoding.ASCII.GetBytes(text), atOnce), CancellationToken.None);

    private sealed class SlowStream(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, atOnce));
    }
}
