using System.CommandLine;
using System.CommandLine.Parsing;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes a GUID.</summary>
internal sealed class GuidOption : Option<Guid?>
{
    public GuidOption(string name)
        : base(name)
    {
        HelpName = "GUID";
        CustomParser = Parse;
    }

    private Guid? Parse(ArgumentResult result)
    {
        if (Guid.TryParse(result.Tokens[0].Value, out var id))
        {
            return id;
        }

        result.AddError($"{Name} must be a GUID, such as dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc.");
        return null;
    }
}
