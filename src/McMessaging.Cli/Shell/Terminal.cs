using Spectre.Console;

namespace McMessaging.Cli.Output;

internal static class Terminal
{
    public static IAnsiConsole Over(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
