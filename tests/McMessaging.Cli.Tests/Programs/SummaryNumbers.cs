using System.Globalization;

namespace McMessaging.Cli.Tests.Programs;

/// <summary>The numbers of a plain summary; 0 for a row that is not there.</summary>
internal sealed class SummaryNumbers
{
    private readonly Dictionary<string, int> _rows;

    public SummaryNumbers(string text) => _rows = text.Split('\n')
        .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(words => words.Length == 2 && int.TryParse(words[1], out _))
        .ToDictionary(words => words[0], words => int.Parse(words[1], CultureInfo.InvariantCulture));

    public int Outcomes => this["Accepted"] + this["Already accepted"] + this["Rejected"] + this["Failed"]
        + this["Unknown"] + this["Cancelled"] + this["Not begun"];

    public int this[string label] => _rows.GetValueOrDefault(label);
}
