using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerFailureTests : SandboxTest
{
    private static readonly string Recipients = Repository.Sample("recipients.csv");

    [Theory]
    [InlineData("people.csv", "ContactKey,To\nA,a@example.com\nB,b,c\n", 3)]
    [InlineData("people.csv", "ContactKey,To\nA,a@example.com\nB,\"b\n", 3)]
    [InlineData("people.csv", "Name,To\nA,a@example.com\n", 1)]
    [InlineData("people.csv", "ContactKey,To\n", 1)]
    [InlineData("people.csv", "", 1)]
    [InlineData("people.json", "[{\"ContactKey\":\"A\"},\n{\"ContactKey\" \"B\"}]", 2)]
    [InlineData("people.json", "{\"ContactKey\":\"A\"}", 1)]
    [InlineData("people.jsonl", "{\"ContactKey\":\"A\"}\n{\"ContactKey\":\n", 2)]
    public async Task Broken_input_is_2_and_nothing_is_sent(string name, string text, int line)
    {
        var input = Folder.Write(name, text);
        var output = Folder.Write("results.jsonl", "earlier results");

        var exitCode = await Console.SendEmailAsync(input, "--output", output);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"{input}:{line}: ", Console.Error, StringComparison.Ordinal);
        Assert.Empty(Console.Out);
        Assert.Equal(0, Sandbox.Counters.TokenRequests);
        Assert.Equal(0, Sandbox.Counters.Requests);
        Assert.Equal("earlier results", await File.ReadAllTextAsync(output));
    }

    [Fact]
    public async Task Missing_variables_are_2_and_named()
    {
        Console.Variables.Remove("SFMC_CLIENT_SECRET");

        Assert.Equal(2, await SendAsync());

        Assert.Contains("SFMC_CLIENT_SECRET", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_are_3_and_not_shown()
    {
        Console.Variables["SFMC_CLIENT_SECRET"] = "not-the-secret";

        Assert.Equal(3, await SendAsync());

        Assert.StartsWith("mcmsg: ", Console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", Console.Error, StringComparison.Ordinal);
        Assert.Empty(Console.Out);
        Assert.Equal(0, Sandbox.Counters.Requests);
    }

    [Fact]
    public async Task An_authentication_host_that_is_not_there_is_4()
    {
        Console.Variables["SFMC_AUTH_BASE_URL"] = SocketService.FreeAddress().ToString();

        Assert.Equal(4, await SendAsync());

        Assert.Empty(Console.Out);
    }

    [Fact]
    public async Task A_service_that_is_gone_after_the_token_is_4_and_every_row_is_told()
    {
        await using var service = new SocketService(SocketExchange.Token(SocketService.FreeAddress()));
        foreach ((var name, var value) in AccountVariables.Of(service.Address))
        {
            Console.Variables[name] = value;
        }

        Assert.Equal(4, await SendAsync("--max-retry", "0"));

        Assert.Equal(1, new SummaryNumbers(Console.Out)["Failed"]);
    }

    [Fact]
    public async Task A_definition_that_the_service_does_not_know_is_2_and_every_row_is_told()
    {
        using var strict = Sandbox.Start(new SandboxOptions { StrictDefinition = true });
        Console.With(strict);

        var exitCode = await Console.RunAsync(
            "send", "email", "--definition", "nowhere", "--input", Recipients, "--batch-size", "10");

        Assert.Equal(2, exitCode);
        Assert.Equal(0, strict.Counters.EmailAccepted);
        Assert.StartsWith("Ended early\n", Console.Out, StringComparison.Ordinal);
        Assert.Equal(300, new SummaryNumbers(Console.Out).Outcomes);
        Assert.Contains("'nowhere'", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_another_definition_is_2()
    {
        var journal = Folder.PathOf("run.journal");
        await SendAsync("--journal", journal);

        var exitCode = await Console.RunAsync(
            "send", "email", "--definition", "other", "--input", Recipients, "--journal", journal);

        Assert.Equal(2, exitCode);
        Assert.Equal(1, Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_2_and_nothing_is_sent()
    {
        Assert.Equal(2, await SendAsync("--output", Folder.PathOf("missing/results.jsonl")));

        Assert.Equal(0, Sandbox.Counters.Requests);
    }

    [Fact]
    public async Task When_results_cannot_be_kept_the_send_ends_and_every_row_is_told()
    {
        using var console = new TestConsole { Output = new FullDisk() };
        console.With(Sandbox);

        var exitCode = await console.SendEmailAsync(
            Recipients, "--batch-size", "1", "--concurrency", "1", "--output", "-");

        Assert.Equal(1, exitCode);
        Assert.Contains("output stream cannot be written", console.Error, StringComparison.Ordinal);
        Assert.Contains("Ended early", console.Error, StringComparison.Ordinal);
        Assert.Equal(300, new SummaryNumbers(console.Error).Outcomes);
        Assert.InRange(Sandbox.Counters.EmailAccepted, 1, 299);
    }

    [Theory]
    [InlineData("people.jsonl", "")]
    [InlineData("people.json", "[")]
    public async Task Half_a_character_late_in_the_input_rejects_its_recipient_and_the_rest_is_sent(
        string name, string beginning)
    {
        var rows = Enumerable.Range(1, 3000).Select(i => i switch
        {
            2501 => "{\"ContactKey\":\"K\",\"To\":\"k\\ud83d@example.com\"}",
            2502 => "{\"ContactKey\":\"K\",\"To\":\"k@example.com\",\"N\\ud83d\":\"x\"}",
            2503 => "{\"ContactKey\":\"K\",\"To\":\"k@example.com\",\"N\":{\"\\ude00\":\"x\"}}",
            2504 => "{\"ContactKey\":\"K\",\"To\":\"k@example.com\",\"Attributes\":{\"N\\ud83d\":\"x\"}}",
            _ => $"{{\"ContactKey\":\"C{i}\",\"To\":\"c{i}@example.com\"}}",
        });
        var input = Folder.Write(
            name, beginning.Length == 0 ? string.Join('\n', rows) : $"[{string.Join(",\n", rows)}]");
        var output = Folder.PathOf("results.jsonl");

        Assert.Equal(1, await Console.SendEmailAsync(input, "--output", output));

        Assert.Equal(2996, Sandbox.Counters.EmailAccepted);
        var rejected = File.ReadLines(output).Where(line => line.Contains("\"Rejected\"", StringComparison.Ordinal));
        Assert.Equal(4, rejected.Count(line => line.Contains("half a character", StringComparison.Ordinal)));
    }

    private Task<int> SendAsync(params string[] more)
    {
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n");
        return Console.SendEmailAsync(input, more);
    }
}
