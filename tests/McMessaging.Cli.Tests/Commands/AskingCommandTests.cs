using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Commands;

public sealed class AskingCommandTests : IDisposable
{
    private readonly TestConsole _console = new();
    private readonly TestFolder _folder = new();

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("109110")]
    [InlineData("Validation_DuplicateMessageKey")]
    [InlineData("*duplicatemessagekey")]
    public async Task Errors_explains_what_is_asked_for(string wanted)
    {
        Assert.Equal(0, await _console.RunAsync("errors", wanted));

        Assert.StartsWith("109110 Validation_DuplicateMessageKey\n", _console.Out, StringComparison.Ordinal);
        Assert.Contains("What to do:", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_lists_the_catalogue()
    {
        Assert.Equal(0, await _console.RunAsync("errors"));

        Assert.Equal(ErrorCatalogue.All.Count, _console.Out.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData]
    [InlineData("*")]
    public async Task A_terminal_of_80_columns_gets_the_catalogue_in_whole_words(params string[] wanted)
    {
        using var terminal = new TestConsole { IsTerminal = true };
        Assert.Equal(0, await terminal.RunAsync(["errors", .. wanted]));
        await _console.RunAsync(["errors", .. wanted]);

        Assert.All(terminal.Out.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
        Assert.Equal(WordsOf(_console.Out), WordsOf(terminal.Out));
    }

    [Fact]
    public async Task Errors_says_what_it_does_not_know()
    {
        Assert.Equal(2, await _console.RunAsync("errors", "nothing"));

        Assert.Contains("'nothing'", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_tells_what_a_run_left()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        _console.With(sandbox);
        var journal = _folder.PathOf("run.journal");
        var input = _folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n2,b@example.com\n");
        using var sending = new TestConsole().With(sandbox);
        await sending.SendEmailAsync(input, "--journal", journal, "--run-id", "night");

        Assert.Equal(0, await _console.RunAsync("journal", journal));

        Assert.Equal(2, new SummaryNumbers(_console.Out)["Accepted"]);
        Assert.Contains("night", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_of_no_file_is_2()
    {
        Assert.Equal(2, await _console.RunAsync("journal", _folder.PathOf("none")));

        Assert.StartsWith("mcmsg: ", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_tells_the_account()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        _console.With(sandbox);

        Assert.Equal(0, await _console.RunAsync("test"));

        Assert.StartsWith("The account can be used\n", _console.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SFMC_CLIENT_SECRET", "wrong", 3)]
    [InlineData("SFMC_AUTH_BASE_URL", "http://127.0.0.1:1/", 4)]
    [InlineData("SFMC_CLIENT_ID", "", 2)]
    public async Task Test_says_why_it_cannot_be_used(string variable, string value, int exitCode)
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        _console.With(sandbox).Variables[variable] = value;

        Assert.Equal(exitCode, await _console.RunAsync("test"));

        Assert.StartsWith("mcmsg: ", _console.Error, StringComparison.Ordinal);
        Assert.Empty(_console.Out);
    }

    [Theory]
    [InlineData(DefinitionStatus.Active, "email", 0, "welcome (Email, Active)")]
    [InlineData(DefinitionStatus.Inactive, "email", 2, "after three days. Activate it first.\n")]
    [InlineData(DefinitionStatus.Active, "sms", 2, "Cannot get the definition 'welcome'")]
    public async Task Test_tells_whether_a_definition_can_be_sent_with(
        DefinitionStatus status, string channel, int exitCode, string words)
    {
        using var sandbox = Sandbox.Start(new SandboxOptions { StrictDefinition = true });
        _console.With(sandbox);
        using var connection = await Connection.ConnectAsync(
            EnvironmentCredentials.Read(_console.Variables.GetValueOrDefault), CancellationToken.None);
        var fields = new SendDefinitionChange { Name = "n", CustomerKey = "c", List = "l", Status = status };
        await new SendDefinitions(connection).CreateAsync(
            MessageChannel.Email, "welcome", fields, CancellationToken.None);

        Assert.Equal(exitCode, await _console.RunAsync("test", "--definition", "welcome", "--channel", channel));

        Assert.Contains(words, _console.Out + _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_may_be_in_a_file()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        _console.With(sandbox).Variables.Remove("SFMC_CLIENT_SECRET");
        _console.Variables["SFMC_CLIENT_SECRET_FILE"] = _folder.Write("secret", sandbox.RevealClientSecret() + "\n");

        Assert.Equal(0, await _console.RunAsync("test"));
    }

    [Fact]
    public async Task Help_names_the_variables()
    {
        await _console.RunAsync("--help");

        Assert.Contains("SFMC_CLIENT_ID", _console.Out, StringComparison.Ordinal);
        Assert.Contains("SFMC_SUBDOMAIN", _console.Out, StringComparison.Ordinal);
    }

    private static string[] WordsOf(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
