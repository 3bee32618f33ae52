using System.Text.RegularExpressions;

namespace McMessaging.Tests.Architecture;

/// <summary>The order of a project's folders as <c>docs/architecture.md</c> prints it, lowest first.</summary>
internal sealed partial class Floors
{
    private readonly List<string> _folders;

    private Floors(List<string> folders) => _folders = folders;

    public IReadOnlyList<string> Folders => _folders;

    /// <summary>The folders in the section of a project: the names in the first column of its table.</summary>
    public static Floors Of(string project)
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "architecture.md")).ReplaceLineEndings("\n");
        var heading = $"### `{project}`\n";
        Assert.Contains(heading, page, StringComparison.Ordinal);
        var section = page.Split(heading)[1].Split("\n#")[0];
        return new Floors([.. Row().Matches(section).SelectMany(row => Name().Matches(row.Groups[1].Value))
            .Select(name => name.Groups[1].Value)]);
    }

    /// <summary>Whether a folder may use another: itself, and those that stand before it.</summary>
    public bool MayUse(string folder, string used) => _folders.IndexOf(used) <= _folders.IndexOf(folder);

    [GeneratedRegex(@"^\|([^|]*`[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
