using System.CommandLine;
using System.IO.Enumeration;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class ErrorsCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    private readonly Argument<string?> _wanted = new("CODE|NAME")
    {
        Description = "A code, a name, or a pattern such as *subscriberKey. Default: all, one per line.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ErrorsCommand(CliConsole console)
        : base("errors", "Explains the service's error codes and what to do about them.")
    {
        _console = console;
        Arguments.Add(_wanted);
        SetAction(Run);
    }

    public IReadOnlyList<string> Examples => ["mcmsg errors 109110", "mcmsg errors '*subscriberKey'"];

    private int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_wanted) is not { } wanted)
        {
            ErrorText.WriteLines(ErrorCatalogue.All, _console);
            return ExitCodes.AllAccepted;
        }

        var found = Find(wanted);
        if (found.Count == 0)
        {
            _console.WriteErrorLine($"mcmsg: The error catalogue does not know '{wanted}'. See: mcmsg errors");
            return ExitCodes.BadInput;
        }

        ErrorText.WriteEach(found, _console);
        return ExitCodes.AllAccepted;
    }

    private static IReadOnlyList<ErrorInfo> Find(string wanted) => wanted.AsSpan().ContainsAny('*', '?')
        ? [.. ErrorCatalogue.All.Where(error => IsLike(error.Name, wanted) || IsLike($"{error.Code}", wanted))]
        : ErrorCatalogue.Find(wanted);

    private static bool IsLike(string text, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
