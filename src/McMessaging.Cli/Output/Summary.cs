namespace McMessaging.Cli.Output;

/// <summary>What is told at the end of a run, each on a line of its own, whatever was quoted in it.</summary>
internal sealed class Summary
{
    private const int MaxLength = 1000;

    /// <param name="title">What was done.</param>
    /// <param name="rows">What was counted: each with its label.</param>
    /// <param name="notes">Sentences below.</param>
    public Summary(string title, IEnumerable<SummaryRow> rows, IEnumerable<string> notes)
    {
        Title = Line(title);
        Rows = [.. rows.Select(row => new SummaryRow(Line(row.Label), Line(row.Value), Line(row.ValueInTable)))];
        Notes = [.. notes.Select(Line)];
    }

    public string Title { get; }

    public IReadOnlyList<SummaryRow> Rows { get; }

    public IReadOnlyList<string> Notes { get; }

    private static string Line(string text) => OneLine.Of(text, MaxLength);
}
