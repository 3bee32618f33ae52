using System.CommandLine;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class NotSentChannelCommand : Command, IHasExamples
{
    private readonly MessageChannel _channel;

    private readonly Option<string?> _checkpoint = new("--checkpoint")
    {
        HelpName = "FILE",
        Description = "Remembers how far the list got, so that the next one goes on from there.",
    };

    private readonly EventIdOption _lastEventId = new("--last-event-id")
    {
        Description = "The LastEventId of the last message that is known; the list begins after it. "
            + "A checkpoint takes precedence.",
    };

    private readonly NumberOption _first = new("--first", least: 1)
    {
        Description = "The most messages to list, the oldest first. Default: all.",
    };

    private readonly Option<string> _output = new("--output")
    {
        HelpName = "FILE|-",
        Description = "Where the messages go, as JSON Lines. Default: -, standard output.",
        DefaultValueFactory = _ => "-",
    };

    public NotSentChannelCommand(string name, MessageChannel channel, CliConsole console)
        : base(name, $"Lists the {name} messages that the service took and did not send, the oldest first.")
    {
        _channel = channel;
        Options.Add(_checkpoint);
        Options.Add(_lastEventId);
        Options.Add(_first);
        Options.Add(_output);
        SetAction((arguments, interrupted) => new NotSentHandler(Read(arguments), console).ExecuteAsync(interrupted));
    }

    public IReadOnlyList<string> Examples =>
    [
        $"mcmsg not-sent {Name} --checkpoint {Name}.checkpoint --output not-sent.jsonl",
        $"mcmsg not-sent {Name} --first 100",
    ];

    private NotSentJob Read(ParseResult arguments) => new(
        _channel,
        new NotSentOptions
        {
            CheckpointPath = arguments.GetValue(_checkpoint),
            LastEventId = arguments.GetValue(_lastEventId),
            First = arguments.GetValue(_first),
        },
        OutputPath.Of(arguments.GetRequiredValue(_output)));
}
