using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendCommand : CommandGroup
{
    public SendCommand(CliConsole console)
        : base("send", "Sends to every recipient of a CSV, JSON or JSON Lines file.", console)
    {
        Subcommands.Add(new SendEmailCommand(console));
        Subcommands.Add(new SendSmsCommand(console));
        Subcommands.Add(new SendTriggeredCommand(console));
    }
}
