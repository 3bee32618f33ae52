using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class NotSentCommand : CommandGroup, IHasExamples
{
    public NotSentCommand(CliConsole console)
        : base("not-sent", "Lists the messages that the service took and did not send.", console)
    {
        Subcommands.Add(new NotSentChannelCommand("email", MessageChannel.Email, console));
        Subcommands.Add(new NotSentChannelCommand("sms", MessageChannel.Sms, console));
    }

    public IReadOnlyList<string> Examples =>
        ["mcmsg not-sent email --checkpoint email.checkpoint", "mcmsg not-sent sms --first 100"];
}
