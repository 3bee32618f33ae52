using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private const string Line =
        """{"ContactKey":"c1","To":"a@example.com","Channel":"Email","Outcome":"Rejected","ErrorCode":109121}""";

    private readonly TestConsole _console = new();
    private readonly TestFolder _folder = new();

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_send_is_reported_by_the_program_in_a_process_of_its_own()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        using var sending = new TestConsole().With(sandbox);
        var input = _folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n2,nobody\n3,c@example.com\n");
        await sending.SendEmailAsync(input, "--output", _folder.PathOf("results.jsonl"));

        using var program = ChildProgram.Start(
            new Dictionary<string, string>(), "report", _folder.PathOf("results.jsonl"));

        Assert.Equal(0, await program.EndAsync());
        Assert.Equal($"{_folder.PathOf("results.html")}: 3 recipients, 1 not accepted.", program.Out.TrimEnd());
        var page = await File.ReadAllTextAsync(_folder.PathOf("results.html"));
        Assert.Contains("109121", page, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("results.csv", "ContactKey,Outcome,ErrorCode,SentAt\nc1,Rejected,109121,01/31/2026 10:00:00 +00:00\n")]
    [InlineData("results.json", $"[{Line}]")]
    [InlineData("results.jsonl", Line)]
    public async Task Results_are_read_from_what_either_host_saved(string name, string text)
    {
        var report = _folder.PathOf("report.html");

        Assert.Equal(0, await _console.RunAsync("report", _folder.Write(name, text), "--output", report));

        Assert.Contains("1 recipient, none accepted.", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.DoesNotContain("a@example.com", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_shown_where_they_are_asked_for()
    {
        var results = _folder.Write("results.jsonl", Line);

        Assert.Equal(0, await _console.RunAsync("report", results, "--include-address"));

        Assert.Contains(
            "a@example.com", await File.ReadAllTextAsync(_folder.PathOf("results.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_reported_to_standard_output()
    {
        _console.StandardInput = Line;

        Assert.Equal(0, await _console.RunAsync("report", "-", "--output", "-"));

        Assert.Equal("<!DOCTYPE html>", _console.OutLines[0]);
        Assert.Empty(_console.Out);
    }

    [Fact]
    public async Task A_report_that_exists_stays_unless_it_is_to_be_replaced()
    {
        var results = _folder.Write("results.jsonl", Line);
        var report = _folder.Write("results.html", "old");

        Assert.Equal(2, await _console.RunAsync("report", results));
        Assert.Contains("--force", _console.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(report));
        Assert.Equal(0, await _console.RunAsync("report", results, "--force"));

        Assert.StartsWith("<!DOCTYPE", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Outcome\":\"Accepted\"}\n{\"ContactKey\":\"c1\"}", ":2: this is not the result of a send")]
    [InlineData("{\"Outcome\":\"Accepted\"}\n[1]", ":2: the record is not an object")]
    [InlineData("{\"Outcome\":\"Accepted\"}\n{\"Outcome", ":2: not valid JSON")]
    [InlineData("", "there is nothing in it")]
    public async Task What_is_no_result_is_2_with_its_line_and_leaves_no_report(string text, string message)
    {
        var results = _folder.Write("results.jsonl", text);

        Assert.Equal(2, await _console.RunAsync("report", results));

        Assert.Contains(message, _console.Error, StringComparison.Ordinal);
        Assert.Equal([results], Directory.GetFiles(Path.GetDirectoryName(results)!));
    }

    [Fact]
    public async Task The_results_are_never_overwritten()
    {
        var results = _folder.Write("results.jsonl", Line);

        Assert.Equal(2, await _console.RunAsync("report", results, "--output", results, "--force"));

        Assert.Equal(Line, await File.ReadAllTextAsync(results));
    }

    [Fact]
    public async Task Standard_input_needs_a_name_for_its_report()
    {
        Assert.Equal(2, await _console.RunAsync("report", "-"));

        Assert.Contains("--output FILE", _console.Error, StringComparison.Ordinal);
    }
}
