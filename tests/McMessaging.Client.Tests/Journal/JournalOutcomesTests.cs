using System.Text;
using McMessaging.Journal;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Journal;

public sealed class JournalOutcomesTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Lines_are_read_in_any_order_however_far_apart_they_are()
    {
        var places = WriteLines(2000);
        using var file = File.OpenRead(_path);
        var outcomes = new JournalOutcomes(_path, file);

        Assert.All(
            new[] { 0, 1, 2, 700, 699, 1999, 0, 1998, 1999 }.Concat(Enumerable.Range(0, 2000)),
            line => Assert.Equal(line, outcomes.Read(Mark(places[line])).ErrorCode));
    }

    [Fact]
    public void Of_a_key_without_an_outcome_nothing_is_read()
    {
        WriteLines(1);
        var sentAt = VirtualTime.Start;
        using var file = File.OpenRead(_path);

        var entry = new JournalOutcomes(_path, file).Read(new JournalMark(JournalState.InFlight, sentAt.UtcTicks, 0));

        Assert.Equal(new JournalEntry(JournalState.InFlight, sentAt), entry);
    }

    [Fact]
    public void A_line_that_was_changed_meanwhile_is_an_error()
    {
        var places = WriteLines(2);
        File.WriteAllText(_path, File.ReadAllText(_path).Replace("\"code\":1", "\"code\":7", StringComparison.Ordinal));
        using var file = File.OpenRead(_path);
        var outcomes = new JournalOutcomes(_path, file);

        Assert.Equal(0, outcomes.Read(Mark(places[0])).ErrorCode);
        Assert.Equal("JournalDamaged", Assert.Throws<McException>(() => outcomes.Read(Mark(places[1]))).ErrorId);
    }

    [Fact]
    public void A_file_that_ends_before_the_line_is_an_error()
    {
        var places = WriteLines(2);
        using var file = new FileStream(_path, FileMode.Open);
        file.SetLength(places[1] + 10);

        var error = Assert.Throws<McException>(() => new JournalOutcomes(_path, file).Read(Mark(places[1])));

        Assert.Equal("JournalDamaged", error.ErrorId);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        var places = WriteLines(1);
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Write);

        var error = Assert.Throws<McException>(() => new JournalOutcomes(_path, file).Read(Mark(places[0])));

        Assert.Equal("JournalNotReadable", error.ErrorId);
    }

    private static JournalMark Mark(long place) => new(JournalState.Rejected, default, place);

    // Each line tells its number as its error code. The first byte is none of them: no line begins at 0.
    private List<long> WriteLines(int count)
    {
        using var buffer = new PooledBuffer(64);
        buffer.Append("\n"u8);
        var places = new List<long>();
        for (var line = 0; line < count; line++)
        {
            places.Add(buffer.Length);
            var entry = $$"""{"key":"k{{line}}","outcome":"Rejected","code":{{line}}}""";
            JournalSeal.Append(buffer, line + 2, Encoding.UTF8.GetBytes(entry));
        }

        File.WriteAllBytes(_path, buffer.Span.ToArray());
        return places;
    }
}
