using System.Text.RegularExpressions;
using McMessaging.Tests.Metadata;

namespace McMessaging.Tests.Documentation;

/// <summary>Keeps the table of operations true: what it names is there.</summary>
public sealed partial class OperationsTableTests
{
    private const int CmdletColumn = 2;
    private const int ClassTestsColumn = 4;
    private const int CmdletTestsColumn = 5;

    private static readonly string[][] Rows =
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "operations.md"))
           let cells = line.Trim('|').Split(" | ")
           where cells.Length == 6 && !line.StartsWith("| ---", StringComparison.Ordinal)
           select cells,
    ];

    [Fact]
    public void It_has_a_row_for_each_operation() => Assert.Equal(17, Rows.Length - 1);

    [Fact]
    public void The_cmdlets_are_there()
    {
        var named = NamesIn(CmdletColumn).Where(name => name.Contains("-Mc", StringComparison.Ordinal))
            .Select(name => name.Split(' ')[0]);

        Assert.Empty(named.Except(CmdletClass.All.Select(c => c.Name)));
    }

    [Fact]
    public void The_tests_of_the_classes_are_there() => Assert.All(
        NamesIn(ClassTestsColumn),
        name => AssertExists("tests", "McMessaging.Client.Tests", name.EndsWith('/') ? name : name + ".cs"));

    [Fact]
    public void The_tests_of_the_cmdlets_are_there() =>
        Assert.All(NamesIn(CmdletTestsColumn), name => AssertExists("tests", "pester", name + ".Tests.ps1"));

    private static IEnumerable<string> NamesIn(int column)
    {
        var names = Rows.Skip(1).SelectMany(row => Code().Matches(row[column])).Select(match => match.Groups[1].Value);
        Assert.NotEmpty(names);
        return names;
    }

    private static void AssertExists(params string[] parts) =>
        Assert.True(Path.Exists(Path.Combine([Repository.Root, .. parts])), $"{parts[^1]} does not exist.");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
