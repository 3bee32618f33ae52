namespace McMessaging.Docs;

/// <summary>The help files of PowerShell, made from the Markdown of <c>docs/en-US</c>.</summary>
public static class HelpFiles
{
    private const string Culture = "en-US";

    /// <summary>The files as they should be.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <exception cref="FormatException">A page does not follow the schema; the message names it.</exception>
    public static IReadOnlyList<HelpFile> Generate(string repository)
    {
        var source = Path.Combine(repository, "docs", Culture);
        return
        [
            new(
                PathOf(repository, "McMessaging.dll-Help.xml"),
                MamlWriter.Write(CommandPages(source).Select(CommandPageReader.Read))),
            .. from page in AboutPages(source)
               let name = Path.GetFileNameWithoutExtension(page)
               select new HelpFile(PathOf(repository, $"{name}.help.txt"), AboutWriter.Write(Markdown.Read(page))),
        ];
    }

    /// <summary>The pages of cmdlets.</summary>
    public static IEnumerable<string> CommandPages(string source) => PagesOf(source, isAbout: false);

    /// <summary>The pages of topics.</summary>
    public static IEnumerable<string> AboutPages(string source) => PagesOf(source, isAbout: true);

    // PowerShell looks for a module's help beside its manifest, and nowhere else while the module is not installed.
    private static string PathOf(string repository, string name) => Path.Combine(repository, Culture, name);

    private static IEnumerable<string> PagesOf(string source, bool isAbout) =>
        from page in Directory.GetFiles(source, "*.md").Order(StringComparer.Ordinal)
        where Path.GetFileName(page).StartsWith("about_", StringComparison.Ordinal) == isAbout
        select page;
}

/// <summary>A generated file.</summary>
/// <param name="Path">Where it belongs.</param>
/// <param name="Text">What it holds.</param>
public sealed record HelpFile(string Path, string Text);
