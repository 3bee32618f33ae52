using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes the number of an event, which has 64 bits.</summary>
internal sealed class EventIdOption : Option<long?>
{
    public EventIdOption(string name)
        : base(name)
    {
        HelpName = "N";
        CustomParser = Parse;
    }

    private long? Parse(ArgumentResult result)
    {
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        result.AddError($"{Name} must be a whole number, 0 or more.");
        return null;
    }
}
