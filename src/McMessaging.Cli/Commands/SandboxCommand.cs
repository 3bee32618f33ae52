using System.CommandLine;
using System.CommandLine.Parsing;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SandboxCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    private readonly NumberOption _port = new("--port", 0, ushort.MaxValue)
    {
        Description = "The TCP port. Default: any free one.",
    };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        HelpName = "ID",
        Description = "The client id to take. Default: made up.",
    };

    private readonly Option<string?> _clientSecret = new("--client-secret")
    {
        HelpName = "SECRET",
        Description = "The client secret to take. Default: made up, and shown.",
    };

    private readonly Option<bool> _strictDefinition = new("--strict-definition")
    {
        Description = "Refuses definition keys that were not created.",
    };

    private readonly Option<string[]> _fault = new("--fault")
    {
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
        Description = "A fault with its rate (0 to 1) or number, such as http500=0.1; may be given several times.",
    };

    private readonly NumberOption _seed = new("--seed")
    {
        Description = "Makes the sequence of faults repeatable.",
    };

    public SandboxCommand(CliConsole console)
        : base("sandbox", "Runs a stand-in of the service, with a web inbox, until Ctrl+C.")
    {
        _console = console;
        Options.Add(_port);
        Options.Add(_clientId);
        Options.Add(_clientSecret);
        _clientId.Validators.Add(CheckIsLine);
        _clientSecret.Validators.Add(CheckIsLine);
        Options.Add(_strictDefinition);
        Options.Add(_fault);
        Options.Add(_seed);
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg sandbox",
        "mcmsg sandbox --port 8025 --fault http503=0.1 --fault dropAfter=0.05 --seed 1",
    ];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken interrupted)
    {
        try
        {
            using var sandbox = Sandbox.Start(Read(arguments));
            SandboxNotice.Write(sandbox, showSecret: arguments.GetValue(_clientSecret) is null, _console.Out);
            await interrupted.WhenCancelledAsync();
            return ExitCodes.AllAccepted;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            _console.WriteErrorLine($"mcmsg: {exception.Message}");
            return ExitCodes.BadInput;
        }
    }

    // They are shown in commands to be copied.
    private static void CheckIsLine(OptionResult result)
    {
        if (result.Tokens.Any(token => token.Value != OneLine.Of(token.Value)))
        {
            result.AddError($"{result.Option.Name} must be one line of visible characters.");
        }
    }

    private SandboxOptions Read(ParseResult arguments) => new()
    {
        Port = arguments.GetValue(_port) ?? 0,
        ClientId = arguments.GetValue(_clientId),
        ClientSecret = arguments.GetValue(_clientSecret),
        StrictDefinition = arguments.GetValue(_strictDefinition),
        Faults = SandboxFaults.Parse(arguments.GetRequiredValue(_fault)),
        Seed = arguments.GetValue(_seed),
    };
}
