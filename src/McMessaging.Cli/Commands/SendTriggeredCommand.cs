using System.CommandLine;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendTriggeredCommand : Command, IHasExamples
{
    private readonly SendCommandOptions _send = new();

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "KEY",
        Description = "The external key of the triggered send definition. Either this or --id is needed.",
    };

    private readonly GuidOption _id = new("--id") { Description = "The object id of the triggered send definition." };

    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "ADDRESS",
        Description = "The sender's address.",
    };

    private readonly Option<string?> _fromName = new("--from-name")
    {
        HelpName = "NAME",
        Description = "The sender's name.",
    };

    private readonly Option<bool> _sync = new("--sync")
    {
        Description = "Waits until the service has checked the subscriber; slower, but errors are known at once.",
    };

    public SendTriggeredCommand(CliConsole console)
        : base("triggered", "Sends an Email Studio triggered send to every recipient of a file.")
    {
        Options.Add(_key);
        Options.Add(_id);
        Options.Add(_from);
        Options.Add(_fromName);
        Options.Add(_sync);
        _send.AddTo(this);
        Validators.Add(result =>
        {
            var hasKey = result.GetResult(_key) is not null;
            var hasId = result.GetResult(_id) is not null;
            if (hasKey == hasId)
            {
                result.AddError("Give either --key or --id.");
            }
        });
        SetAction((arguments, interrupted) => new SendHandler(Read(arguments), console, interrupted).ExecuteAsync());
    }

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg send triggered --key order_shipped --input recipients.csv --sandbox",
        "mcmsg send triggered --id dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc --input recipients.json --sync",
    ];

    private SendJob Read(ParseResult arguments) => _send.Read(arguments, new SendOptions
    {
        Channel = MessageChannel.Triggered,
        DefinitionKey = arguments.GetValue(_key),
        DefinitionId = arguments.GetValue(_id),
        FromAddress = arguments.GetValue(_from),
        FromName = arguments.GetValue(_fromName),
        RequestType = arguments.GetValue(_sync) ? TriggeredRequestType.Sync : TriggeredRequestType.Async,
    });
}
