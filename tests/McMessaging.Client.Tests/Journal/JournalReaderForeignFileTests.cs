using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

/// <summary>Files that are no journal, or none of this version, are left as they are.</summary>
public sealed class JournalReaderForeignFileTests : JournalTest
{
    [Theory]
    [InlineData("ContactKey,To\nc1,a@example.com\n")]
    [InlineData("no line end")]
    [InlineData("\n")]
    [InlineData("{\"runId\":\"r\"}\n")]
    [InlineData("[]\n")]
    [InlineData("{\"version\":1}\n")]
    [InlineData("{\"version\":\"1.0.0\",\"name\":\"a-package\"}")]
    [InlineData("{\"name\":\"a-package\",\"version\":\"1.0.0\"}")]
    public async Task A_file_that_is_no_journal_is_left_as_it_is(string content)
    {
        var error = await RefusedAsync(content);

        Assert.Equal(("NotAJournal", McErrorCategory.InvalidData), (error.ErrorId, error.Category));
        Assert.DoesNotContain("format 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_version_1_is_refused_in_clear_words()
    {
        var error = await RefusedAsync(
            """
            {"version":1,"runId":"r","channel":"Email","definition":"welcome","account":"a","at":"2026-01-02T03:04:05Z"}

            """);

        Assert.Equal("NotAJournal", error.ErrorId);
        Assert.Contains("format 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\":2", "\"version\":3", "NotAJournal")]
    [InlineData("\"version\":2,", "", "NotAJournal")]
    [InlineData("\"runId\":\"run-1\"", "\"runId\":null", "JournalDamaged")]
    [InlineData("\"runId\":\"run-1\"", "\"runId\":\"\\ud83d\"", "JournalDamaged")]
    [InlineData("\"Email\"", "\"Fax\"", "JournalDamaged")]
    [InlineData("\"definition\"", "\"other\"", "JournalDamaged")]
    [InlineData("\"account\"", "\"other\"", "JournalDamaged")]
    [InlineData("\"2026-01-02T03:04:05+00:00\"", "\"soon\"", "JournalDamaged")]
    [InlineData("\"2026-01-02T03:04:05+00:00\"", "5", "JournalDamaged")]
    public async Task A_header_that_this_version_did_not_write_is_left_as_it_is(string part, string other, string id)
    {
        var error = await RefusedAsync(
            SealedLines.Of(SealedLines.Header.Replace(part, other, StringComparison.Ordinal)));

        Assert.Equal(id, error.ErrorId);
    }

    [Fact]
    public async Task A_file_of_other_bytes_is_left_as_it_is()
    {
        byte[] bytes = [0xff, 0xfe, 0x00, 0x01, .. new byte[200_000]];
        await File.WriteAllBytesAsync(JournalPath, bytes);

        (_, var error) = await RunAsync(Options, Person("k1"));

        Assert.Equal("NotAJournal", error?.ErrorId);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(JournalPath));
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
