using System.CommandLine;

namespace McMessaging.Cli.Commands;

/// <summary>The options that email and SMS have and a triggered send, one request per recipient, has not.</summary>
internal sealed class MessageCommandOptions
{
    private readonly Option<string> _definition = new("--definition")
    {
        HelpName = "KEY",
        Description = "The key of the send definition.",
        Required = true,
    };

    private readonly NamedValueOption _attribute = new("--attribute")
    {
        Description = "An attribute of the whole request; may be given several times.",
    };

    private readonly NumberOption _batchSize = new("--batch-size", 1, SendLimits.MaxBatchSize)
    {
        Description = "Recipients per request, 1 to 2000. Default: 500 where recipients have attributes, else 2000.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_definition);
        command.Options.Add(_attribute);
        command.Options.Add(_batchSize);
    }

    public SendOptions Read(ParseResult arguments, MessageChannel channel) => new()
    {
        Channel = channel,
        DefinitionKey = arguments.GetRequiredValue(_definition),
        Attributes = [.. arguments.GetRequiredValue(_attribute).Select(Attribute)],
        BatchSize = arguments.GetValue(_batchSize),
    };

    private static KeyValuePair<string, object?> Attribute(KeyValuePair<string, string> given) =>
        new(given.Key, given.Value);
}
