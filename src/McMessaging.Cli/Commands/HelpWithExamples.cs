using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace McMessaging.Cli.Commands;

/// <summary>The usual help, with examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
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
            writer.WriteLine($"  {example}");
        }

        return exitCode;
    }
}
