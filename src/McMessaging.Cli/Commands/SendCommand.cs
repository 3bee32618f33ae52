using System.CommandLine;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class SendCommand : Command
{
    public SendCommand(CliConsole console)
        : base("send", "Sends to every recipient of a CSV, JSON or JSON Lines file.")
    {
        Subcommands.Add(new SendEmailCommand(console));
        Subcommands.Add(new SendSmsCommand(console));
        Subcommands.Add(new SendTriggeredCommand(console));
    }
}
