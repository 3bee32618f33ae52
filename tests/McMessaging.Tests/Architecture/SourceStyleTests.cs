namespace McMessaging.Tests.Architecture;

/// <summary>What the compiler does not check.</summary>
public sealed class SourceStyleTests
{
    private const int LongestLine = 120;
    private const int LongestFile = 200;

    private static readonly (string Name, string[] Lines)[] Files =
    [
        .. from folder in new[] { "src", "tests", "bench", "tools" }
           from path in Repository.SourceFiles(folder)
           select (Path.GetRelativePath(Repository.Root, path), File.ReadAllLines(path)),
    ];

    [Fact]
    public void No_line_is_longer_than_120_characters() => Assert.Empty(
        from file in Files
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{file.Name}({line.Number}): {line.Text.Length}");

    [Fact]
    public void No_file_is_longer_than_200_lines() => Assert.Empty(
        from file in Files
        where file.Lines.Length > LongestFile
        select $"{file.Name}: {file.Lines.Length}");
}
