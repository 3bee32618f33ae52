namespace McMessaging.Cli.Input;

/// <summary>One row; filled again for every row of a file.</summary>
internal sealed class CsvRow
{
    public CsvRow(IReadOnlyList<string> names)
    {
        Names = names;
        Values = new string[names.Count];
    }

    public IReadOnlyList<string> Names { get; }

    public string[] Values { get; }
}
