namespace McMessaging.Cli.Output;

/// <summary>What is told at the end of a run, each on a line of its own, whatever was quoted in it.</summary>
internal sealed class Summary
{
    private const int MaxLength = 1000;

    /// <param name="title">What was done.</param>
    /// <param name="rows">What was counted: label and value.</param>
    /// <param name="notes">Sentences below.</param>
    public Summary(string title, IEnumerable<KeyValuePair<string, string>> rows, IEnumerable<string> notes)
    {
        Title = Line(title);
        Rows = [.. rows.Select(row => KeyValuePair.Create(Line(row.Key), Line(row.Value)))];
        Notes = [.. notes.Select(Line)];
    }

    public string Title { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Rows { get; }

    public IReadOnlyList<string> Notes { get; }

    private static string Line(string text) => OneLine.Of(text, MaxLength);
}
