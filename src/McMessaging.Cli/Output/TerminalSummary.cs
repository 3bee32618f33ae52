using Spectre.Console;

namespace McMessaging.Cli.Output;

/// <summary>A summary for people: a table.</summary>
internal static class TerminalSummary
{
    public static void Write(Summary summary, TextWriter writer)
    {
        IAnsiConsole terminal = Terminal.Over(writer);
        Table table = new Table().Border(TableBorder.Rounded).HideHeaders().Title(Markup.Escape(summary.Title));
        table.AddColumn("").AddColumn(new TableColumn("").RightAligned());
        foreach ((string label, string value) in summary.Rows)
        {
            table.AddRow(Markup.Escape(label), Markup.Escape(value));
        }

        terminal.Write(table);
        foreach (string note in summary.Notes) terminal.WriteLine(note);
    }
}
