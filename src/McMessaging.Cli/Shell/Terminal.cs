using Spectre.Console;

namespace McMessaging.Cli.Shell;

/// <summary>A terminal breaks lines anywhere; written through this, they break between words.</summary>
internal static class Terminal
{
    public static IAnsiConsole Over(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
