using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace McMessaging.Cli.Commands;

/// <summary>The usual help, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const int Width = 80;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not IHasExamples { Examples: var examples } command)
        {
            return exitCode;
        }

        var writer = parseResult.InvocationConfiguration.Output;
        foreach (var note in command.Notes)
        {
            writer.WriteLine(note);
        }

        if (command.Notes.Count > 0)
        {
            writer.WriteLine();
        }

        writer.WriteLine("Examples:");
        foreach (var example in examples)
        {
            writer.WriteLine(InLines(example));
        }

        return exitCode;
    }

    /// <summary>A command as people type it over lines of a terminal that is no wider than they all are.</summary>
    private static string InLines(string example)
    {
        var text = new StringBuilder();
        var length = 0;
        foreach (var part in example.Replace(" --", "\n--", StringComparison.Ordinal).Split('\n'))
        {
            if (length > 0 && length + 1 + part.Length > Width - " \\".Length)
            {
                text.Append(" \\").AppendLine();
                length = 0;
            }

            var before = text.Length == 0 ? "  " : length == 0 ? "    " : " ";
            text.Append(before).Append(part);
            length += before.Length + part.Length;
        }

        return text.ToString();
    }
}
