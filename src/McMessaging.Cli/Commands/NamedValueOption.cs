using System.CommandLine;
using System.CommandLine.Parsing;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes NAME=VALUE, as often as wanted. Its errors do not show the value.</summary>
internal sealed class NamedValueOption : Option<KeyValuePair<string, string>[]>
{
    public NamedValueOption(string name)
        : base(name)
    {
        HelpName = "NAME=VALUE";
        Arity = ArgumentArity.OneOrMore;
        CustomParser = Parse;
        DefaultValueFactory = _ => [];
    }

    private KeyValuePair<string, string>[] Parse(ArgumentResult result)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var values = new List<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            var end = token.Value.IndexOf('=');
            if (end < 1)
            {
                result.AddError($"{Name} needs NAME=VALUE.");
                continue;
            }

            var name = token.Value[..end];
            if (!names.Add(name))
            {
                result.AddError($"{Name} has '{name}' twice.");
            }

            values.Add(new(name, token.Value[(end + 1)..]));
        }

        return [.. values];
    }
}
