using System.Text.RegularExpressions;
using McMessaging.Commands;
using McMessaging.Tests.Metadata;

namespace McMessaging.Tests.Packaging;

public sealed class ManifestTests
{
    private readonly string _manifest = File.ReadAllText(Repository.Manifest);

    [Fact]
    public void The_exported_cmdlets_are_those_of_the_assembly() =>
        Assert.Equal(CmdletClass.All.Select(c => c.Name).Order(), ListOf("CmdletsToExport").Order());

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("VariablesToExport")]
    [InlineData("AliasesToExport")]
    public void Nothing_else_is_exported(string name) => Assert.Empty(ListOf(name));

    [Fact]
    public void The_version_is_the_assemblies_version() => Assert.Equal(
        Version.Parse($"{TextOf("ModuleVersion")}.0"), typeof(SendMcEmailCommand).Assembly.GetName().Version);

    [Theory]
    [InlineData("RootModule", 2)]
    [InlineData("TypesToProcess", 2)]
    [InlineData("FormatsToProcess", 1)]
    public void The_files_it_names_exist(string name, int count)
    {
        var line = Regex.Match(_manifest, $@"^ *{name}\s*=(.*)$", RegexOptions.Multiline).Groups[1].Value;
        var files = Regex.Matches(line, "'(module/[^']+)'").Select(file => file.Groups[1].Value).ToList();
        Assert.Equal(count, files.Count);
        Assert.All(
            files,
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{file} does not exist."));
    }

    private string TextOf(string name) => Regex.Match(_manifest, $@"\b{name}\s*=\s*'([^']*)'").Groups[1].Value;

    private IEnumerable<string> ListOf(string name)
    {
        var list = Regex.Match(_manifest, $@"\b{name}\s*=\s*@\(([^)]*)\)");
        Assert.True(list.Success, $"{name} is not a list.");
        return Regex.Matches(list.Groups[1].Value, "'([^']*)'").Select(m => m.Groups[1].Value);
    }
}
