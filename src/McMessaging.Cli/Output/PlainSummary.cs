namespace McMessaging.Cli.Output;

/// <summary>A summary for pipes, files and logs.</summary>
internal static class PlainSummary
{
    public static void Write(Summary summary, TextWriter writer)
    {
        var labels = summary.Rows.Max(row => row.Label.Length);
        var values = summary.Rows.Max(row => row.Value.Length);

        writer.WriteLine(summary.Title);
        foreach (var row in summary.Rows)
        {
            writer.WriteLine($"{row.Label.PadRight(labels)}  {row.Value.PadLeft(values)}");
        }

        foreach (var note in summary.Notes)
        {
            writer.WriteLine(note);
        }
    }
}
