using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Commands;

public sealed class McmsgCommandTests
{
    private const string Id = "dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc";
    private const string Input = "people.csv";

    [Theory]
    [InlineData("--definition")]
    [InlineData("send", "email", "--input", Input)]
    [InlineData("send", "email", "--definition", "welcome")]
    [InlineData("send", "email", "--definition", "", "--input", Input)]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--format", "xml")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--batch-size", "0")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--batch-size", "2001")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--concurrency", "51")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--concurrency", "four")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--recipients-per-minute", "0")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--max-retry", "21")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--timeout", "0")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--retry-timeout", "86401")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--attribute", "Season")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--attribute", "=Spring")]
    [InlineData("send", "email", "--definition", "d", "--input", Input, "--attribute", "A=1", "--attribute", "a=2")]
    [InlineData("send", "email", "--definition", "welcome", "--input", Input, "--text", "Hello")]
    [InlineData("send", "triggered", "--input", Input)]
    [InlineData("send", "triggered", "--input", Input, "--key", "welcome", "--id", Id)]
    [InlineData("send", "triggered", "--input", Input, "--id", "welcome")]
    [InlineData("send", "letter")]
    [InlineData("send")]
    [InlineData("test", "--definition", "welcome")]
    [InlineData("test", "--channel", "email")]
    [InlineData("test", "--definition", "welcome", "--channel", "triggered")]
    [InlineData("not-sent")]
    [InlineData("not-sent", "triggered")]
    [InlineData("not-sent", "email", "--first", "0")]
    [InlineData("not-sent", "email", "--last-event-id", "-1")]
    [InlineData("not-sent", "email", "--checkpoint", "")]
    [InlineData("sandbox", "--port", "65536")]
    [InlineData("sandbox", "--fault", "http500")]
    [InlineData("sandbox", "--fault", "gremlins=1")]
    [InlineData("sandbox", "--fault", "http500=2")]
    public async Task Bad_arguments_are_told_on_the_error_stream_with_exit_code_2(params string[] args)
    {
        using var console = new TestConsole();

        Assert.Equal(2, await console.RunAsync(args));

        Assert.StartsWith("mcmsg: ", console.Error, StringComparison.Ordinal);
        Assert.Empty(console.Out);
    }

    [Fact]
    public async Task A_fault_may_be_of_a_definition_whose_key_has_an_equals_sign()
    {
        using var console = new TestConsole();

        await console.RunAsync("sandbox", "--fault", "http500@email/a=b=2");

        Assert.Contains("'http500' takes a rate from 0 to 1, not '2'", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_argument_names_the_help_of_its_command()
    {
        using var console = new TestConsole();

        await console.RunAsync("send", "sms", "--bogus");

        Assert.EndsWith("See: mcmsg send sms --help\n", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_send_without_a_channel_names_the_channels()
    {
        using var console = new TestConsole();

        await console.RunAsync("send");

        Assert.Equal(
            "mcmsg: Which messages? Give one of: mcmsg send email, mcmsg send sms, mcmsg send triggered.\n"
                + "See: mcmsg send --help\n",
            console.Error);
    }

    [Fact]
    public async Task The_value_of_an_attribute_is_not_shown()
    {
        using var console = new TestConsole();

        await console.RunAsync("send", "email", "--definition", "d", "--input", Input, "--attribute", "=hunter2");

        Assert.DoesNotContain("hunter2", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "send", "sandbox")]
    [InlineData("send --help", "email", "sms", "triggered")]
    [InlineData("not-sent email --help", "--checkpoint", "--last-event-id", "--first", "--output", "Examples:")]
    [InlineData("--help", "mcmsg send email --definition welcome --input recipients.csv --sandbox")]
    [InlineData("send email --help", "--definition <KEY>", "--attribute", "--batch-size", "--dry-run", "Examples:")]
    [InlineData("send sms --help", "--recipients-per-minute", "--max-retry", "--timeout", "--retry-timeout")]
    [InlineData("send triggered --help", "--recipients-per-minute", "--max-retry", "--timeout", "--retry-timeout")]
    [InlineData("send sms --help", "--text", "--resubscribe", "Examples:")]
    [InlineData("send triggered --help", "--key", "--id", "--from", "--from-name", "--sync", "Examples:")]
    [InlineData("sandbox --help", "--port", "--client-id", "--client-secret", "--fault", "--seed", "Examples:")]
    public async Task Help_shows(string args, params string[] words)
    {
        using var console = new TestConsole();

        Assert.Equal(0, await console.RunAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.All(words, word => Assert.Contains(word, console.Out, StringComparison.Ordinal));
        Assert.Empty(console.Error);
    }

    [Fact]
    public async Task An_output_over_the_input_is_refused()
    {
        using var folder = new TestFolder();
        var file = folder.Write("people.csv", "ContactKey\nA\n");
        using var console = new TestConsole();

        var exitCode = await console.RunAsync("send", "email", "--definition", "d", "--input", file, "--output", file);

        Assert.Equal(2, exitCode);
        Assert.Contains("--output and --input are the same file", console.Error, StringComparison.Ordinal);
        Assert.Equal("ContactKey\nA\n", await File.ReadAllTextAsync(file));
    }
}
