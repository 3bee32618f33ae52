using System.CommandLine;
using System.CommandLine.Parsing;

namespace McMessaging.Cli.Commands;

/// <summary>An option whose value is a part of the input, such as 3/8.</summary>
internal sealed class ShardOption : Option<SendShard?>
{
    public ShardOption(string name)
        : base(name)
    {
        HelpName = "I/N";
        CustomParser = Parse;
    }

    private SendShard? Parse(ArgumentResult argument)
    {
        try
        {
            return SendShard.Parse(argument.Tokens[0].Value);
        }
        catch (FormatException exception)
        {
            argument.AddError($"{Name} {argument.Tokens[0].Value}: {exception.Message}");
            return null;
        }
    }
}
