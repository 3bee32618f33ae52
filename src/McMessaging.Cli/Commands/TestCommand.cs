using System.CommandLine;
using System.Globalization;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class TestCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    private readonly Option<string?> _definition = new("--definition")
    {
        HelpName = "KEY",
        Description = "A send definition that must exist and be active; needs --channel.",
    };

    private readonly ChannelOption _channel = new("--channel") { Description = "The channel of the definition." };

    public TestCommand(CliConsole console)
        : base("test", "Tells whether the account of the SFMC_ variables can be reached and accepts the credentials.")
    {
        _console = console;
        Options.Add(_definition);
        Options.Add(_channel);
        Validators.Add(result =>
        {
            if (result.GetResult(_definition) is null != result.GetResult(_channel) is null)
            {
                result.AddError("Give --definition and --channel together.");
            }
        });
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples => ["mcmsg test", "mcmsg test --definition welcome --channel email"];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken interrupted)
    {
        try
        {
            var options = EnvironmentCredentials.Read(_console.Variable);
            using var connection = await Connection.ConnectAsync(options, interrupted);
            return Tell(await TestAsync(connection, arguments, interrupted));
        }
        catch (McException exception)
        {
            _console.WriteErrorLine($"mcmsg: {Advice.Of(exception)}");
            return ExitCodes.Of(exception);
        }
    }

    private Task<ConnectionTestResult> TestAsync(
        Connection connection, ParseResult arguments, CancellationToken interrupted) =>
        arguments.GetValue(_definition) is { } key && arguments.GetValue(_channel) is { } channel
            ? ConnectionTest.RunAsync(connection, channel, key, null, interrupted)
            : ConnectionTest.RunAsync(connection, null, interrupted);

    // This program has no command for definitions.
    private static string? ActionAfter(ConnectionTestResult findings) =>
        findings.DefinitionStatus is DefinitionStatus.Inactive or DefinitionStatus.New
            ? "Activate it first."
            : findings.RecommendedAction;

    private int Tell(ConnectionTestResult findings)
    {
        if (!findings.Success)
        {
            _console.WriteErrorLine($"mcmsg: {Advice.Of($"{findings.ErrorMessage} {ActionAfter(findings)}")}");
            return ExitCodes.Of(findings);
        }

        List<SummaryRow> rows =
        [
            new("REST host", findings.RestBaseUri.Host),
            new("Account", $"{findings.AccountId}"),
            new("Scopes", string.Join(' ', findings.Scope)),
            new("Latency", string.Create(CultureInfo.InvariantCulture, $"{findings.Latency?.TotalMilliseconds:0} ms")),
        ];
        if (findings.DefinitionKey is { } key)
        {
            rows.Add(new("Definition", $"{key} ({findings.Channel}, {findings.DefinitionStatus})"));
        }

        SummaryWriter.Write(new Summary("The account can be used", rows, []), _console, toError: false);
        return ExitCodes.AllAccepted;
    }
}
