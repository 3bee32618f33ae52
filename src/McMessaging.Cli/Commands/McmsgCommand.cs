using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

/// <summary>The program's root command, and how a command line becomes an exit code.</summary>
internal sealed class McmsgCommand : RootCommand, IHasExamples
{
    private McmsgCommand(CliConsole console)
        : base("Sends transactional email, SMS and triggered sends through Salesforce Marketing Cloud.")
    {
        Subcommands.Add(new SendCommand(console));
        Subcommands.Add(new TestCommand(console));
        Subcommands.Add(new NotSentCommand(console));
        Subcommands.Add(new ReportCommand(console));
        Subcommands.Add(new JournalCommand(console));
        Subcommands.Add(new ErrorsCommand(console));
        Subcommands.Add(new SandboxCommand(console));

        var help = Options.OfType<HelpOption>().Single();
        var withExamples = new HelpWithExamples((HelpAction)help.Action!);
        help.Action = withExamples;
        SetAction(withExamples.Invoke);
    }

    public IReadOnlyList<string> Notes =>
    [
        "Credentials come from these environment variables:",
        "  SFMC_SUBDOMAIN or SFMC_AUTH_BASE_URL   the account's host",
        "  SFMC_CLIENT_ID, SFMC_CLIENT_SECRET     the installed package",
        "  SFMC_CLIENT_SECRET_FILE                a file that holds the secret instead",
        "  SFMC_ACCOUNT_ID, SFMC_SCOPE            the business unit and the scopes,",
        "                                         if not the package's own",
    ];

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg send email --definition welcome --input recipients.csv --sandbox",
        "mcmsg send sms --help",
    ];

    /// <summary>The tree of all commands.</summary>
    public static Command Of(CliConsole console) => new McmsgCommand(console);

    public static async Task<int> RunAsync(string[] args, CliConsole console, CancellationToken interrupted)
    {
        try
        {
            return await ParseAndRunAsync(args, console, interrupted);
        }
        catch (Exception exception)
        {
            console.WriteErrorLine(ErrorLine.Of(exception));
            return ExitCodes.BadInput;
        }
    }

    private static async Task<int> ParseAndRunAsync(string[] args, CliConsole console, CancellationToken interrupted)
    {
        // A value may begin with @: it is not the name of a file with more arguments.
        var syntax = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var arguments = new McmsgCommand(console).Parse(args, syntax);
        List<string> errors = arguments.Action is ParseErrorAction
            ? [.. arguments.Errors.Select(error => error.Message)]
            : [.. EmptyOptions(arguments).Select(option => $"{option} is empty.")];
        if (errors.Count > 0)
        {
            return Complain(errors, arguments.CommandResult, console);
        }

        return await arguments.InvokeAsync(
            new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            interrupted);
    }

    /// <summary>An option given as "" comes from a variable that is not set.</summary>
    private static IEnumerable<string> EmptyOptions(ParseResult arguments) =>
        from option in arguments.CommandResult.Children.OfType<OptionResult>()
        where option.Tokens.Any(token => token.Value.Length == 0)
        select option.Option.Name;

    private static int Complain(List<string> errors, CommandResult command, CliConsole console)
    {
        foreach (var error in errors)
        {
            console.WriteErrorLine($"mcmsg: {error}");
        }

        var path = "";
        for (SymbolResult? at = command; at is CommandResult { Command: var part }; at = at.Parent)
        {
            path = $"{(part is RootCommand ? "mcmsg" : part.Name)} {path}";
        }

        console.WriteErrorLine($"See: {path}--help");
        return ExitCodes.BadInput;
    }
}
