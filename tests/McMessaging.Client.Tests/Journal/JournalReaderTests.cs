using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

/// <summary>Files that cannot be trusted end the run before anything is sent, and stay as they are.</summary>
public sealed class JournalReaderTests : JournalTest
{
    private const string Intent = """{"at":"2026-01-02T03:04:05Z","intent":["k0"]}""";
    private const string Outcome = """{"key":"k0","outcome":"Accepted"}""";

    [Theory]
    [InlineData("""{"key":"k0","outcome":"Lost"}""")]
    [InlineData("""{"key":"k0","outcome":"17"}""")]
    [InlineData("""{"key":"k0"}""")]
    [InlineData("""{"key":"other","outcome":"Accepted"}""")]
    [InlineData("""{"key":"\ud83d","outcome":"Accepted"}""")]
    [InlineData("""{"at":5,"intent":["k1"]}""")]
    [InlineData("""{"at":"yesterday","intent":["k1"]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":[5]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":[null]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":"k1"}""")]
    [InlineData("""{"first":{"33":"x"}}""")]
    [InlineData("""{"first":{"one":"x"}}""")]
    [InlineData("""{"first":{"1":null}}""")]
    [InlineData("""{"first":"x"}""")]
    [InlineData("""{"first":["x"]}""")]
    [InlineData("""{"other":1}""")]
    public async Task A_line_of_a_shape_that_is_not_written_is_named(string line)
    {
        var error = await RefusedAsync(SealedLines.Of(SealedLines.Header, Intent, line, Outcome));

        Assert.Equal(("JournalDamaged", McErrorCategory.InvalidData), (error.ErrorId, error.Category));
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed", 3, "checksum")]
    [InlineData("lost", 3, "a line before it is missing")]
    [InlineData("doubled", 4, "second time")]
    [InlineData("swapped", 2, "in the wrong place")]
    [InlineData("emptied", 3, "checksum")]
    public async Task A_line_that_was_changed_lost_doubled_or_moved_is_told_with_its_place(
        string damage, int place, string why)
    {
        var lines = SealedLines.Of(SealedLines.Header, Intent, Outcome, Intent, Outcome).TrimEnd('\n').Split('\n');
        lines = damage switch
        {
            "changed" => [.. lines[..2], lines[2].Replace("k0", "k1", StringComparison.Ordinal), .. lines[3..]],
            "lost" => [.. lines[..2], .. lines[3..]],
            "doubled" => [.. lines[..3], .. lines[2..]],
            "swapped" => [lines[0], lines[2], lines[1], .. lines[3..]],
            _ => [.. lines[..2], "", .. lines[3..]],
        };

        var error = await RefusedAsync(string.Join('\n', lines) + "\n");

        Assert.Equal(("JournalDamaged", McErrorCategory.InvalidData), (error.ErrorId, error.Category));
        Assert.Contains($"at line {place}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_in_the_run_id_is_told_and_sends_nothing_again()
    {
        await RunAsync(Options, Person("k1"));
        var journal = await File.ReadAllTextAsync(JournalPath);
        Service.Requests.Clear();

        var error = await RefusedAsync(journal.Replace("run-1", "run-0", StringComparison.Ordinal), WithoutRunId);

        Assert.Equal("JournalDamaged", error.ErrorId);
        Assert.Contains("at line 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_whose_end_was_changed_is_no_torn_one()
    {
        var journal = SealedLines.Of(SealedLines.Header, Intent, Outcome);

        var error = await RefusedAsync(journal[..^1] + "\v");

        Assert.Equal("JournalDamaged", error.ErrorId);
        Assert.Contains("at line 3:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "NotAJournal", 256 * 1024)]
    [InlineData(1, "JournalDamaged", 8 * 1024 * 1024)]
    public void Of_a_file_without_line_ends_only_its_beginning_is_read(int wholeLines, string id, int most)
    {
        var begin = wholeLines == 0 ? "" : SealedLines.Of(SealedLines.Header);
        using var endless = new EndlessStream(begin);

        var error = Assert.Throws<McException>(() => new JournalReader("a.journal", endless, default).Read());

        Assert.Equal(id, error.ErrorId);
        Assert.InRange(endless.Position, 1, most);
    }

    [Fact]
    public async Task A_journal_that_is_loaded_hears_a_stop_between_two_reads()
    {
        await File.WriteAllTextAsync(JournalPath, SealedLines.Of(SealedLines.Header));
        using var stop = new CancellationTokenSource();
        using var endless = new EndlessStream(SealedLines.Of(SealedLines.Header)) { OnRead = stop.Cancel };

        Assert.Throws<OperationCanceledException>(() => new JournalReader("a.journal", endless, stop.Token).Read());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SendJournalInfo.ReadAsync(JournalPath, stop.Token));
        Assert.Equal(1, endless.Reads);
    }

    [Fact]
    public void A_file_that_the_disk_does_not_give_back_is_said_to_be_unreadable()
    {
        using var broken = new EndlessStream("") { OnRead = () => throw new IOException("Input/output error.") };

        var error = Assert.Throws<McException>(() => new JournalReader("a.journal", broken, default).Read());

        Assert.Equal(("JournalNotReadable", McErrorCategory.OpenError), (error.ErrorId, error.Category));
        Assert.Contains("'a.journal' cannot be read (Input/output error)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel", "JournalOfAnotherRun")]
    [InlineData("definition key", "JournalOfAnotherRun")]
    [InlineData("run id", "JournalOfAnotherRun")]
    [InlineData("account", "JournalOfAnotherRun")]
    public async Task A_journal_of_another_run_is_refused_with_the_difference(string what, string id)
    {
        var journal = what == "account"
            ? SealedLines.Header.Replace("mctest", "other", StringComparison.Ordinal)
            : SealedLines.Header;
        var options = what switch
        {
            "channel" => Sends.Sms("welcome") with { JournalPath = JournalPath },
            "definition key" => Options with { DefinitionKey = "goodbye" },
            "run id" => Options with { RunId = "r2" },
            _ => Options,
        };

        var error = await RefusedAsync(SealedLines.Of(journal), options);

        Assert.Equal((id, McErrorCategory.InvalidOperation), (error.ErrorId, error.Category));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private async Task<McException> RefusedAsync(string content, SendOptions? options = null)
    {
        await File.WriteAllTextAsync(JournalPath, content);

        (var host, var error) = await RunAsync(options ?? Options, Person("k1"));

        Assert.Empty(host.Results);
        Assert.Empty(Service.Requests);
        Assert.Equal(content, await File.ReadAllTextAsync(JournalPath));
        return Assert.IsType<McException>(error);
    }
}
