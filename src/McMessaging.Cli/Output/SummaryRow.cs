using System.Globalization;

namespace McMessaging.Cli.Output;

/// <summary>One thing that is told at the end of a run.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As scripts read it: a count is digits alone.</param>
/// <param name="ValueInTable">As people read it: a count has its thousands separated.</param>
internal sealed record SummaryRow(string Label, string Value, string ValueInTable)
{
    public SummaryRow(string label, string value)
        : this(label, value, value)
    {
    }

    public SummaryRow(string label, long count)
        : this(label, count.ToString(CultureInfo.InvariantCulture), CountWords.Number(count))
    {
    }
}
