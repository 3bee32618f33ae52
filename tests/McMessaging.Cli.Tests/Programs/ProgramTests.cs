using System.Text.Json;

namespace McMessaging.Cli.Tests.Programs;

public sealed class ProgramTests
{
    private const string Export = "  export ";
    private static readonly string Recipients = Repository.Sample("recipients.csv");
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public async Task The_first_command_of_the_README_accepts_every_row_of_the_sample()
    {
        using var program = ChildProgram.Start(
            NoVariables,
            "send", "email", "--definition", "welcome", "--input", Recipients, "--sandbox");

        Assert.Equal(0, await program.EndAsync());
        var told = program.Error.Split('\n')[0];
        Assert.Matches(@"^Sending to a sandbox \(http://127\.0\.0\.1:\d+/\); nothing leaves this computer\.$", told);
        Assert.InRange(told.Length, 1, 80);
        Assert.StartsWith("Sent\n", program.Out, StringComparison.Ordinal);
        Assert.Equal(300, new SummaryNumbers(program.Out)["Accepted"]);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task An_interrupted_send_is_130_and_accounts_for_every_row(string signal)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = SocketService.WithToken(SocketExchange.Silent(() => asked.TrySetResult()));
        using var folder = new TestFolder();
        var output = folder.PathOf("results.jsonl");
        using var program = ChildProgram.Start(
            AccountVariables.Of(service.Address),
            "send", "email", "--definition", "welcome", "--input", Recipients,
            "--batch-size", "10", "--concurrency", "2", "--output", output);

        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await program.SignalAsync(signal);

        Assert.Equal(130, await program.EndAsync());
        Assert.StartsWith("Interrupted\n", program.Out, StringComparison.Ordinal);
        var summary = new SummaryNumbers(program.Out);
        Assert.Equal(300, summary["Recipients"]);
        Assert.Equal(0, summary["Accepted"]);
        Assert.Equal(300, summary.Outcomes);
        Assert.InRange(summary["Unknown"], 1, 20);
        Assert.Equal(
            summary["Unknown"] + summary["Cancelled"],
            File.ReadLines(output).Select(line => JsonDocument.Parse(line)).Count());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task The_sandbox_tells_how_to_reach_it_and_runs_until_it_is_interrupted(string signal)
    {
        using var program = ChildProgram.Start(NoVariables, "sandbox", "--client-id", "mine");

        var told = await program.ReadLinesUntilAsync("Ctrl+C stops it.");
        using var console = new TestConsole { StandardInput = "ContactKey,To\nA,a@example.com\n" };
        foreach (var line in told.Where(line => line.StartsWith(Export, StringComparison.Ordinal)))
        {
            var words = line[Export.Length..].TrimEnd('\'').Split("='");
            console.Variables[words[0]] = words[1];
        }

        Assert.Equal(0, await console.RunAsync("send", "email", "--definition", "d", "--input", "-"));
        Assert.Equal("mine", console.Variables["SFMC_CLIENT_ID"]);

        await program.SignalAsync(signal);
        Assert.Equal(0, await program.EndAsync());
    }

    [CurlFact]
    public async Task The_commands_for_curl_that_the_sandbox_prints_send_a_message()
    {
        using var program = ChildProgram.Start(NoVariables, "sandbox");
        var told = await program.ReadLinesUntilAsync("Ctrl+C stops it.");
        var commands = told.SkipWhile(line => !line.EndsWith("with curl:", StringComparison.Ordinal)).Skip(1);

        var response = await CurlShell.RunAsync(string.Join('\n', commands.TakeWhile(line => line.Length > 0)));

        using var sent = JsonDocument.Parse(response);
        Assert.Equal(0, sent.RootElement.GetProperty("errorcode").GetInt32());
        Assert.Single(sent.RootElement.GetProperty("responses").EnumerateArray());
    }

    private sealed class CurlFactAttribute : FactAttribute
    {
        public CurlFactAttribute() => Skip = DisplayName = CurlShell.Missing;
    }
}
