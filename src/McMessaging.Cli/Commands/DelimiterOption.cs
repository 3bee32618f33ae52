using System.CommandLine;
using System.CommandLine.Parsing;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes one character.</summary>
internal sealed class DelimiterOption : Option<char?>
{
    public DelimiterOption(string name)
        : base(name)
    {
        HelpName = "C";
        CustomParser = Parse;
    }

    private char? Parse(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "tab" or "\\t":
                return '\t';
            case { Length: 1 } text when text[0] is not ('"' or '\r' or '\n'):
                return text[0];
            default:
                result.AddError($"{Name} must be one character, or tab.");
                return null;
        }
    }
}
