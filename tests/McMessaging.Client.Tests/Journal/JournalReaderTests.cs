using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>Files that cannot be trusted end the run before anything is sent, and stay as they are.</summary>
public sealed class JournalReaderTests : JournalTest
{
    private const string Header =
        "{\"version\":1,\"runId\":\"r\",\"channel\":\"Email\",\"definition\":\"welcome\","
        + "\"account\":\"mctest.auth.marketingcloudapis.com\",\"at\":\"2026-01-02T03:04:05+00:00\"}";

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"key":"k1","outcome":"Acc""")]
    [InlineData("""{"key":"k1","outcome":"Lost"}""")]
    [InlineData("""{"key":"k1","outcome":"17"}""")]
    [InlineData("""{"key":"k1"}""")]
    [InlineData("""{"key":"\ud83d","outcome":"Accepted"}""")]
    [InlineData("""{"intent":["k1"]}""")]
    [InlineData("""{"at":5,"intent":["k1"]}""")]
    [InlineData("""{"at":"yesterday","intent":["k1"]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":[5]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":[null]}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z","intent":"k1"}""")]
    [InlineData("{\"key\":\"k1\"\0\0\0}")]
    public async Task A_damaged_line_in_the_middle_is_named(string line)
    {
        var journal = $$"""
            {{Header}}
            {"at":"2026-01-02T03:04:05Z","intent":["k0"]}
            {{line}}
            {"key":"k0","outcome":"Accepted"}

            """.ReplaceLineEndings("\n");

        var error = await RefusedAsync(journal);

        Assert.Equal(("JournalDamaged", McErrorCategory.InvalidData), (error.ErrorId, error.Category));
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ContactKey,To\nc1,a@example.com\n")]
    [InlineData("no line end")]
    [InlineData("\n")]
    [InlineData("{\"runId\":\"r\"}\n")]
    [InlineData("[]\n")]
    [InlineData("{\"version\":1}\n")]
    public async Task A_file_that_is_no_journal_of_this_version_is_left_as_it_is(string content)
    {
        var error = await RefusedAsync(content);

        Assert.Equal(("NotAJournal", McErrorCategory.InvalidData), (error.ErrorId, error.Category));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"version\":1,", "")]
    [InlineData("\"runId\":\"r\"", "\"runId\":null")]
    [InlineData("\"runId\":\"r\"", "\"runId\":\"\\ud83d\"")]
    [InlineData("\"Email\"", "\"Fax\"")]
    [InlineData("\"definition\"", "\"other\"")]
    [InlineData("\"account\"", "\"other\"")]
    [InlineData("\"2026-01-02T03:04:05+00:00\"", "\"soon\"")]
    [InlineData("\"2026-01-02T03:04:05+00:00\"", "5")]
    public async Task A_header_that_this_version_did_not_write_is_left_as_it_is(string part, string other)
    {
        var error = await RefusedAsync(Header.Replace(part, other, StringComparison.Ordinal) + "\n");

        Assert.Equal("NotAJournal", error.ErrorId);
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

    [Theory]
    [InlineData("channel", "JournalOfAnotherRun")]
    [InlineData("definition key", "JournalOfAnotherRun")]
    [InlineData("run id", "JournalOfAnotherRun")]
    [InlineData("account", "JournalOfAnotherRun")]
    public async Task A_journal_of_another_run_is_refused_with_the_difference(string what, string id)
    {
        var journal = what == "account" ? Header.Replace("mctest", "other", StringComparison.Ordinal) : Header;
        var options = what switch
        {
            "channel" => Sends.Sms("welcome") with { JournalPath = JournalPath },
            "definition key" => Options with { DefinitionKey = "goodbye" },
            "run id" => Options with { RunId = "r2" },
            _ => Options,
        };

        var error = await RefusedAsync(journal + "\n", options);

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
