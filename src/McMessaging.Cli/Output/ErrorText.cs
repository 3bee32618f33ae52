using McMessaging.Cli.Shell;
using Spectre.Console;

namespace McMessaging.Cli.Output;

/// <summary>Entries of the error catalogue as text.</summary>
internal static class ErrorText
{
    private const int CodeWidth = 7;

    public static void WriteLines(IReadOnlyCollection<ErrorInfo> errors, CliConsole console)
    {
        if (!console.IsOutTerminal)
        {
            foreach (var error in errors)
            {
                console.WriteLine($"{error.Code,CodeWidth}  {error.Name}: {error.Meaning}");
            }

            return;
        }

        var grid = new Grid()
            .AddColumn(new GridColumn().Width(CodeWidth).RightAligned().Padding(0, 0, 2, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var error in errors)
        {
            grid.AddRow(new Text($"{error.Code}"), new Text($"{error.Name}: {error.Meaning}"));
        }

        Terminal.Over(console.Out).Write(grid);
    }

    public static void WriteEach(IEnumerable<ErrorInfo> errors, CliConsole console)
    {
        foreach (var error in errors)
        {
            console.WriteLine($"{error.Code} {error.Name}".TrimStart());
            WriteIndented("", error.Meaning, console);
            WriteIndented("What to do:  ", error.RecommendedAction, console);
            WriteIndented("Retry helps: ", $"{error.RepeatHelps}", console);
        }
    }

    private static void WriteIndented(string label, string text, CliConsole console)
    {
        if (!console.IsOutTerminal)
        {
            console.WriteLine($"  {label}{text}");
            return;
        }

        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().Padding(0, 0, 0, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
            .AddRow(new Text("  " + label), new Text(text));
        Terminal.Over(console.Out).Write(grid);
    }
}
