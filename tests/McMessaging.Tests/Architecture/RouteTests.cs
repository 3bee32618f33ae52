using System.Globalization;
using System.Text.RegularExpressions;

namespace McMessaging.Tests.Architecture;

/// <summary>The route of a recipient in <c>docs/architecture.md</c>: its files are there, its count is right.</summary>
public sealed partial class RouteTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));
    private static readonly int ReasonsBegin = Page.IndexOf("Those that are left", StringComparison.Ordinal);

    [Fact]
    public void Its_files_are_there() => Assert.All(
        Route(), stop => Assert.True(File.Exists(Repository.PathOf("src", stop + ".cs")), $"There is no {stop}.cs."));

    [Fact]
    public void It_changes_folder_as_often_as_the_page_says_and_each_change_has_its_reason()
    {
        var folders = Route().Select(stop => stop[..stop.LastIndexOf('/')]).ToArray();
        var changes = folders.Zip(folders.Skip(1)).Count(pair => pair.First != pair.Second);

        Assert.Contains($"The route changes folder {changes} times", Page, StringComparison.Ordinal);
        Assert.Equal(
            changes,
            Reason().Matches(Page[ReasonsBegin..])
                .Sum(row => int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
    }

    // '| 2 | cmdlets `Folder/File`, `File`; `Folder/File` | … |': a folder holds for the files after it.
    private static List<string> Route()
    {
        var stops = new List<string>();
        foreach (var part in Row().Matches(Page[..ReasonsBegin]).SelectMany(row => row.Groups[1].Value.Split(';')))
        {
            var project = part.Contains("cmdlets ", StringComparison.Ordinal) ? "McMessaging" : "McMessaging.Client";
            var folder = "";
            foreach (var name in Name().Matches(part).Select(match => match.Groups[1].Value))
            {
                folder = name.Contains('/', StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : folder;
                stops.Add($"{project}/{folder}/{name.Split('/')[^1]}");
            }
        }

        Assert.NotEmpty(stops);
        return stops;
    }

    [GeneratedRegex(@"^\| \d+ \| ([^|]*`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Reason();
}
