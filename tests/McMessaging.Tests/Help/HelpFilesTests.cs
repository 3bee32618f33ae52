using McMessaging.Docs;

namespace McMessaging.Tests.Help;

/// <summary>The help that PowerShell reads is that of the Markdown.</summary>
public sealed class HelpFilesTests
{
    private static readonly IReadOnlyList<HelpFile> Generated = HelpFiles.Generate(Repository.Root);

    public static TheoryData<string> Names => [.. Generated.Select(file => Path.GetFileName(file.Path))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_what_the_Markdown_says(string name)
    {
        var file = Generated.Single(file => Path.GetFileName(file.Path) == name);

        Assert.True(
            File.Exists(file.Path) && File.ReadAllText(file.Path).ReplaceLineEndings("\n") == file.Text,
            $"{name} is stale. Run ./build.ps1 -Task Docs, and commit what it writes.");
    }

    [Fact]
    public void There_is_no_file_without_Markdown() =>
        Assert.Equal(
            Generated.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.PathOf("en-US")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_topic_fits_into_80_columns_and_has_its_synopsis_on_the_fifth_line() =>
        Assert.All(
            Generated.Where(file => file.Path.EndsWith(".txt", StringComparison.Ordinal)),
            file =>
            {
                var lines = file.Text.Split('\n');
                Assert.DoesNotContain(lines, line => line.Length > 80);
                Assert.Equal("SHORT DESCRIPTION", lines[3]);
                Assert.EndsWith(".", lines[4], StringComparison.Ordinal);
                Assert.Equal("", lines[5]);
            });
}
