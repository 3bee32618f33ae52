using System.CommandLine;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendSmsCommand : Command, IHasExamples
{
    private readonly MessageCommandOptions _message = new();
    private readonly SendCommandOptions _send = new();

    private readonly Option<string?> _text = new("--text")
    {
        HelpName = "TEXT",
        Description = "Replaces the definition's text.",
    };

    private readonly Option<bool> _resubscribe = new("--resubscribe")
    {
        Description = "Resubscribes recipients who had unsubscribed.",
    };

    public SendSmsCommand(CliConsole console)
        : base("sms", "Sends a transactional SMS to every recipient of a file.")
    {
        _message.AddTo(this);
        Options.Add(_text);
        Options.Add(_resubscribe);
        _send.AddTo(this);
        SetAction((arguments, interrupted) => new SendHandler(Read(arguments), console, interrupted).ExecuteAsync());
    }

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg send sms --definition pickup --input sms-recipients.csv --sandbox",
        "mcmsg send sms --definition pickup --input sms-recipients.csv --text \"Your order is here.\"",
    ];

    private SendJob Read(ParseResult arguments) => _send.Read(
        arguments,
        _message.Read(arguments, MessageChannel.Sms) with
        {
            MessageText = arguments.GetValue(_text),
            Resubscribe = arguments.GetValue(_resubscribe),
        });
}
