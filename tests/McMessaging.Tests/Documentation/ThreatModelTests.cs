using System.Text.RegularExpressions;

namespace McMessaging.Tests.Documentation;

/// <summary>What SECURITY.md says is held by a test is held by one that exists.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Repository.PathOf("SECURITY.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    private static readonly HashSet<string> Files =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)),
    ];

    public static TheoryData<string> Names =>
        [.. Rows.SelectMany(row => Name().Matches(row[^1])).Select(name => name.Groups[1].Value).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_test_that_it_names_exists(string name) =>
        Assert.Contains(name.EndsWith(".ps1", StringComparison.Ordinal) ? name : $"{name}.cs", Files);

    [Fact]
    public void Each_row_says_what_from_whom_how_and_by_which_test()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row => Assert.Equal(4, row.Length));
        Assert.All(Rows, row => Assert.Matches(Name(), row[^1]));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
