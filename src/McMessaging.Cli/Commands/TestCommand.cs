using System.CommandLine;
using System.Globalization;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class TestCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    public TestCommand(CliConsole console)
        : base("test", "Tells whether the account of the SFMC_ variables can be reached and takes the credentials.")
    {
        _console = console;
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples => ["mcmsg test"];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken interrupted)
    {
        try
        {
            var options = EnvironmentCredentials.Read(_console.Variable);
            using var connection = await Connection.ConnectAsync(options, interrupted);
            return Tell(await ConnectionTest.RunAsync(connection, null, interrupted));
        }
        catch (McException exception)
        {
            _console.Error.WriteLine($"mcmsg: {Advice.Of(exception)}");
            return ExitCodes.Of(exception);
        }
    }

    private int Tell(ConnectionTestResult findings)
    {
        if (!findings.Success)
        {
            _console.Error.WriteLine($"mcmsg: {findings.ErrorMessage} {findings.RecommendedAction}");
            return findings.TokenValid == false ? ExitCodes.NotAuthorized : ExitCodes.Unreachable;
        }

        List<KeyValuePair<string, string>> rows =
        [
            new("REST host", findings.RestBaseUri.Host),
            new("Account", $"{findings.AccountId}"),
            new("Scopes", string.Join(' ', findings.Scope)),
            new("Latency", string.Create(CultureInfo.InvariantCulture, $"{findings.Latency?.TotalMilliseconds:0} ms")),
        ];
        SummaryWriter.Write(new Summary("The account can be used", rows, []), _console, toError: false);
        return ExitCodes.AllAccepted;
    }
}
