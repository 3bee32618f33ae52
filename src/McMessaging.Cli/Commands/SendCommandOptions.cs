using System.CommandLine;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;

namespace McMessaging.Cli.Commands;

/// <summary>The options that all send commands have.</summary>
internal sealed class SendCommandOptions
{
    private readonly InputCommandOptions _input = new();

    private readonly NumberOption _concurrency = new("--concurrency", 1, SendLimits.MaxThrottleLimit)
    {
        Description = "The most requests in flight, 1 to 50.",
        DefaultValueFactory = _ => SendLimits.DefaultThrottleLimit,
    };

    private readonly NumberOption _recipientsPerMinute = new("--recipients-per-minute", least: 1)
    {
        Description = "Recipients that may begin in any 60 seconds, retries included. Default: no limit.",
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

    private readonly Option<bool> _retryRejected = new("--retry-rejected")
    {
        Description = "Sends again what the journal holds as rejected.",
    };

    private readonly Option<bool> _resendUnknown = new("--resend-unknown")
    {
        Description = "Sends again what the journal holds as unknown; a message may be sent twice.",
    };

    private readonly NumberOption _maxRetry = new("--max-retry", 0, SendLimits.MaxRetryCount)
    {
        Description = "Retries of a request after its first attempt.",
        DefaultValueFactory = _ => SendLimits.DefaultRetryCount,
    };

    private readonly NumberOption _timeout = new("--timeout", 1, SendLimits.MaxTimeoutSeconds)
    {
        HelpName = "SECONDS",
        Description = "The limit of one attempt.",
        DefaultValueFactory = _ => SendLimits.DefaultTimeoutSeconds,
    };

    private readonly NumberOption _retryTimeout = new("--retry-timeout", 1, SendLimits.MaxRetryTimeoutSeconds)
    {
        HelpName = "SECONDS",
        Description = "The limit of one request over all its attempts and waits.",
        DefaultValueFactory = _ => SendLimits.DefaultRetryTimeoutSeconds,
    };

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "FILE|-",
        Description = "Writes one result per recipient as JSON Lines; - writes to standard output. "
            + "With --dry-run: the request bodies.",
    };

    private readonly Option<string?> _rejected = new("--rejected")
    {
        HelpName = "FILE",
        Description = "Keeps every row that was not taken, and why: as CSV, or as JSON Lines where the name ends in "
            + ".jsonl. Corrected, the file is --input for the same command.",
    };

    private readonly ShardOption _shard = new("--shard")
    {
        Description = "Sends the I-th of N parts of the input and passes over the rest: N hosts with one input and "
            + "one --run-id share it.",
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
        _input.AddTo(command);
        command.Options.Add(_concurrency);
        command.Options.Add(_recipientsPerMinute);
        command.Options.Add(_journal);
        command.Options.Add(_runId);
        command.Options.Add(_retryRejected);
        command.Options.Add(_resendUnknown);
        command.Options.Add(_maxRetry);
        command.Options.Add(_timeout);
        command.Options.Add(_retryTimeout);
        command.Options.Add(_output);
        command.Options.Add(_rejected);
        command.Options.Add(_shard);
        command.Options.Add(_dryRun);
        command.Options.Add(_sandbox);
    }

    /// <param name="arguments">The arguments.</param>
    /// <param name="options">What the command's own options say.</param>
    public SendJob Read(ParseResult arguments, SendOptions options)
    {
        var input = _input.ReadInput(arguments) with { RejectedPath = arguments.GetValue(_rejected) };
        return new SendJob
        {
            Options = ReadOptions(arguments, options) with
            {
                RejectedPath = input.RejectedPath,
                RejectedFormat = input.RejectedFormat,
            },
            Input = input,
            Output = OutputPath.Of(arguments.GetValue(_output)),
            UseSandbox = arguments.GetValue(_sandbox),
        };
    }

    private SendOptions ReadOptions(ParseResult arguments, SendOptions options) => options with
    {
        ThrottleLimit = arguments.GetRequiredValue(_concurrency)!.Value,
        RecipientsPerMinute = arguments.GetValue(_recipientsPerMinute),
        Mapping = _input.ReadMapping(arguments),
        MaxRetryCount = arguments.GetRequiredValue(_maxRetry)!.Value,
        Timeout = TimeSpan.FromSeconds(arguments.GetRequiredValue(_timeout)!.Value),
        RetryTimeout = TimeSpan.FromSeconds(arguments.GetRequiredValue(_retryTimeout)!.Value),
        RetryRejected = arguments.GetValue(_retryRejected),
        ResendUnknown = arguments.GetValue(_resendUnknown),
        JournalPath = arguments.GetValue(_journal),
        RunId = arguments.GetValue(_runId),
        Shard = arguments.GetValue(_shard),
        PreviewOnly = arguments.GetValue(_dryRun),
    };
}
