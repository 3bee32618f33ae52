using System.Text.Json;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerDryRunTests : IDisposable
{
    private static readonly string Recipients = Repository.Sample("recipients.csv");
    private readonly TestFolder _folder = new();
    private readonly TestConsole _console = new();

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_dry_run_makes_no_call()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        _console.With(sandbox);

        var exitCode = await _console.SendEmailAsync(Recipients, "--dry-run");

        Assert.Equal(0, exitCode);
        Assert.Equal(0, sandbox.Counters.TokenRequests);
        Assert.Equal(0, sandbox.Counters.Requests);
    }

    [Fact]
    public async Task A_dry_run_needs_no_credentials_and_tells_what_would_be_sent()
    {
        var exitCode = await _console.SendEmailAsync(Recipients, "--batch-size", "100", "--dry-run");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Dry run: nothing was sent\nRequests", _console.Out, StringComparison.Ordinal);
        Assert.Equal(3, new SummaryNumbers(_console.Out)["Requests"]);
        Assert.Equal(300, new SummaryNumbers(_console.Out)["Recipients"]);
        Assert.Equal(0, new SummaryNumbers(_console.Out)["Rejected"]);
    }

    [Fact]
    public async Task Its_errors_break_between_words_on_a_terminal()
    {
        var input = _folder.Write("people.csv", "ContactKey,To\nA,no address\n");
        using var terminal = new TestConsole { IsTerminal = true };

        await terminal.SendEmailAsync(input, "--dry-run");
        await _console.SendEmailAsync(input, "--dry-run");

        Assert.All(terminal.Error.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
        Assert.Equal(WordsOf(_console.Error), WordsOf(terminal.Error));
        Assert.DoesNotContain("--run-id", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_output_is_the_request_bodies()
    {
        var output = _folder.PathOf("bodies.jsonl");

        await _console.SendEmailAsync(
            Recipients, "--batch-size", "100", "--attribute", "Season=Spring", "--dry-run", "--output", output);

        var lines = await File.ReadAllLinesAsync(output);
        Assert.Equal(3, lines.Length);
        Assert.Contains("李晓雨", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line =>
        {
            var body = JsonDocument.Parse(line).RootElement;
            Assert.Equal("welcome", body.GetProperty("definitionKey").GetString());
            Assert.Equal(100, body.GetProperty("recipients").GetArrayLength());
            Assert.Equal("Spring", body.GetProperty("attributes").GetProperty("Season").GetString());
        });
    }

    [Fact]
    public async Task A_row_that_would_be_rejected_makes_it_1()
    {
        var input = _folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n,b@example.com\n");
        var output = _folder.PathOf("bodies.jsonl");

        var exitCode = await _console.SendEmailAsync(input, "--dry-run", "--output", output);

        Assert.Equal(1, exitCode);
        Assert.Equal(1, new SummaryNumbers(_console.Out)["Recipients"]);
        Assert.Equal(1, new SummaryNumbers(_console.Out)["Rejected"]);
        Assert.Contains("1 x Rejected 109105", _console.Out, StringComparison.Ordinal);
        Assert.Contains("(recipient 2)", _console.Out, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(output));
    }

    [Theory]
    [InlineData("ContactKey,To\nA,a@example.com\n,b@example.com\nC\nD,d@example.com\n", "people.csv", 4)]
    [InlineData("{\"ContactKey\":\"A\"}\n{\"To\":\"b@example.com\"}\n{\"ContactKey\":\n", "people.jsonl", 3)]
    public async Task A_broken_input_is_counted_up_to_where_it_is_broken(string text, string name, int line)
    {
        var exitCode = await _console.SendEmailAsync(_folder.Write(name, text), "--dry-run");

        Assert.Equal(2, exitCode);
        Assert.Equal(1, new SummaryNumbers(_console.Out)["Recipients"]);
        Assert.Equal(1, new SummaryNumbers(_console.Out)["Rejected"]);
        Assert.Contains("up to the error below", _console.Out, StringComparison.Ordinal);
        Assert.Contains($"{name}:{line}: ", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_no_journal()
    {
        var journal = _folder.PathOf("run.journal");

        await _console.SendEmailAsync(Recipients, "--dry-run", "--journal", journal);

        Assert.False(File.Exists(journal));
    }

    private static string[] WordsOf(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
