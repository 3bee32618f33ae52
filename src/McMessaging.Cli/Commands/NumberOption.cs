using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes a whole number within limits.</summary>
internal sealed class NumberOption : Option<int?>
{
    private readonly int _least;
    private readonly int _most;

    public NumberOption(string name, int least = int.MinValue, int most = int.MaxValue)
        : base(name)
    {
        _least = least;
        _most = most;
        HelpName = "N";
        CustomParser = Parse;
    }

    private int? Parse(ArgumentResult result)
    {
        var isNumber = int.TryParse(
            result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= _least && number <= _most)
        {
            return number;
        }

        result.AddError($"{Name} must be a whole number from {_least} to {_most}.");
        return null;
    }
}
