using System.CommandLine;
using McMessaging.Cli.Input;
using McMessaging.Cli.Sending;

namespace McMessaging.Cli.Commands;

/// <summary>The options that all send commands have.</summary>
internal sealed class SendCommandOptions
{
    private readonly Option<string> _input = new("--input")
    {
        HelpName = "FILE|-",
        Description = "The recipients; - reads standard input.",
        Required = true,
    };

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        Description = "The input's format. Default: by the file's extension; standard input by its first character.",
    }.AcceptOnlyFromAmong(InputFormats.Names);

    private readonly NumberOption _concurrency = new("--concurrency", 1, SendLimits.MaxThrottleLimit)
    {
        Description = "Requests in flight at most, 1 to 50.",
        DefaultValueFactory = _ => SendLimits.DefaultThrottleLimit,
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        HelpName = "FILE",
        Description = "Keeps what was sent. The same command again resumes a run that was stopped.",
    };

    private readonly Option<string?> _runId = new("--run-id")
    {
        HelpName = "ID",
        Description = "Names the run. The same input with the same run id has the same message keys.",
    };

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "FILE|-",
        Description = "Writes one result per recipient as JSON Lines; - writes to standard output. "
            + "With --dry-run: the request bodies.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Checks everything and tells what would be sent, without any call.",
    };

    private readonly Option<bool> _sandbox = new("--sandbox")
    {
        Description = "Sends to a stand-in of the service in this process. Needs no account.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_input);
        command.Options.Add(_format);
        command.Options.Add(_concurrency);
        command.Options.Add(_journal);
        command.Options.Add(_runId);
        command.Options.Add(_output);
        command.Options.Add(_dryRun);
        command.Options.Add(_sandbox);
    }

    /// <param name="arguments">The arguments.</param>
    /// <param name="options">What the command's own options say.</param>
    public SendJob Read(ParseResult arguments, SendOptions options) => new()
    {
        Options = options with
        {
            ThrottleLimit = arguments.GetRequiredValue(_concurrency)!.Value,
            JournalPath = arguments.GetValue(_journal),
            RunId = arguments.GetValue(_runId),
            PreviewOnly = arguments.GetValue(_dryRun),
        },
        Input = arguments.GetRequiredValue(_input),
        Format = InputFormats.Parse(arguments.GetValue(_format)),
        Output = arguments.GetValue(_output),
        UseSandbox = arguments.GetValue(_sandbox),
    };
}
