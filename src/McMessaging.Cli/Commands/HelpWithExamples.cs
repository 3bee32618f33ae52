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
        int exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not IHasExamples { Examples: var examples }) return exitCode;

        TextWriter writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine("Examples:");
        foreach (string example in examples) writer.WriteLine($"  {example}");
        return exitCode;
    }
}
