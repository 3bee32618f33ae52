using System.CommandLine;
using System.CommandLine.Parsing;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes a channel that has definitions.</summary>
internal sealed class ChannelOption : Option<MessageChannel?>
{
    public ChannelOption(string name)
        : base(name)
    {
        HelpName = "email|sms";
        CustomParser = Parse;
    }

    private MessageChannel? Parse(ArgumentResult result)
    {
        MessageChannel? channel = result.Tokens[0].Value.ToLowerInvariant() switch
        {
            "email" => MessageChannel.Email,
            "sms" => MessageChannel.Sms,
            _ => null,
        };
        if (channel is null)
        {
            result.AddError($"{Name} must be email or sms.");
        }

        return channel;
    }
}
