using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class NotSentCommand : CommandGroup
{
    public NotSentCommand(CliConsole console)
        : base("not-sent", "Lists the messages that the service took and did not send.", console)
    {
        Subcommands.Add(new NotSentChannelCommand("email", MessageChannel.Email, console));
        Subcommands.Add(new NotSentChannelCommand("sms", MessageChannel.Sms, console));
    }
}
