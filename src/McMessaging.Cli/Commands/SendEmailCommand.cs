using System.CommandLine;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendEmailCommand : Command, IHasExamples
{
    private readonly MessageCommandOptions _message = new();
    private readonly SendCommandOptions _send = new();

    public SendEmailCommand(CliConsole console)
        : base("email", "Sends a transactional email to every recipient of a file.")
    {
        _message.AddTo(this);
        _send.AddTo(this);
        SetAction((arguments, interrupted) => new SendHandler(Read(arguments), console, interrupted).ExecuteAsync());
    }

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg send email --definition welcome --input recipients.csv --sandbox",
        "mcmsg send email --definition welcome --input recipients.csv --journal welcome.journal --output results.jsonl",
        "mcmsg send email --definition welcome --input - --format jsonl --attribute Season=Spring < recipients.jsonl",
    ];

    private SendJob Read(ParseResult arguments) =>
        _send.Read(arguments, _message.Read(arguments, MessageChannel.Email));
}
