using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendCommand : CommandGroup, IHasExamples
{
    public SendCommand(CliConsole console)
        : base("send", "Sends to every recipient of a CSV, JSON or JSON Lines file.", console)
    {
        Subcommands.Add(new SendEmailCommand(console));
        Subcommands.Add(new SendSmsCommand(console));
        Subcommands.Add(new SendTriggeredCommand(console));
    }

    public IReadOnlyList<string> Examples =>
    [
        "mcmsg send email --definition welcome --input recipients.csv --sandbox",
        "mcmsg send sms --definition pickup --input sms-recipients.csv --sandbox",
        "mcmsg send triggered --key order_shipped --input recipients.csv --sandbox",
    ];
}
