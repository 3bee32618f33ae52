using McMessaging.Cli.Shell;
using Spectre.Console;

namespace McMessaging.Cli.Output;

/// <summary>A summary for people: a table.</summary>
internal static class TerminalSummary
{
    public static void Write(Summary summary, TextWriter writer)
    {
        var terminal = Terminal.Over(writer);
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().Title(Markup.Escape(summary.Title));
        table.AddColumn("").AddColumn(new TableColumn("").RightAligned());
        foreach (var row in summary.Rows)
        {
            table.AddRow(Markup.Escape(row.Label), Markup.Escape(row.ValueInTable));
        }

        terminal.Write(table);
        foreach (var note in summary.Notes)
        {
            terminal.WriteLine(note);
        }
    }
}
