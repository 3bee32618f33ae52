using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace McMessaging.Docs;

/// <summary>Reads the page of a cmdlet, in the schema 2024-05-01 of Microsoft.PowerShell.PlatyPS.</summary>
public static class CommandPageReader
{
    private const string DefaultMark = " (Default)";
    private static readonly string[] NotParameters = ["CommonParameters"];
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">It does not follow the schema; the message names the file.</exception>
    public static CommandPage Read(string path)
    {
        var page = Markdown.Read(path);
        try
        {
            return new CommandPage(page.Title)
            {
                HelpUri = HelpUriOf(path),
                Synopsis = string.Join(' ', TextOf(page, "SYNOPSIS")),
                Description = TextOf(page, "DESCRIPTION"),
                Syntax = [.. Required(page, "SYNTAX").Sections.Select(SyntaxOf)],
                Examples = [.. Required(page, "EXAMPLES").Sections.Select(ExampleOf)],
                Parameters = [.. ParametersOf(Required(page, "PARAMETERS"))],
                Inputs = [.. TypesOf(page, "INPUTS")],
                Outputs = [.. TypesOf(page, "OUTPUTS")],
                Notes = TextOf(page, "NOTES"),
                Links = LinksOf(Required(page, "RELATED LINKS")),
            };
        }
        catch (Exception exception) when (exception is FormatException or YamlException)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }
    }

    private static string HelpUriOf(string path) =>
        Yaml.Deserialize<Dictionary<string, string>>(Markdown.FrontMatter(path)).GetValueOrDefault("HelpUri")
        ?? throw new FormatException("HelpUri is missing.");

    private static Section Required(Section page, string title) =>
        page.Find(title) ?? throw new FormatException($"The section {title} is missing.");

    private static List<string> TextOf(Section page, string title) =>
        [.. PlainText.Paragraphs(Required(page, title).Blocks)];

    private static SyntaxForm SyntaxOf(Section section)
    {
        var isDefault = section.Title.EndsWith(DefaultMark, StringComparison.Ordinal);
        var set = isDefault ? section.Title[..^DefaultMark.Length] : section.Title;
        var lines = PlainText.LinesOf(section.Blocks.OfType<FencedCodeBlock>().Single());
        return new SyntaxForm(set, isDefault, string.Join(' ', lines.Select(line => line.Trim())));
    }

    private static Example ExampleOf(Section section)
    {
        var at = section.Blocks.FindIndex(block => block is FencedCodeBlock);
        if (at < 0)
        {
            throw new FormatException($"The example '{section.Title}' has no code.");
        }

        return new Example(
            section.Title,
            [.. PlainText.Paragraphs(section.Blocks.Take(at))],
            string.Join('\n', PlainText.LinesOf((FencedCodeBlock)section.Blocks[at])),
            [.. PlainText.Paragraphs(section.Blocks.Skip(at + 1))]);
    }

    private static IEnumerable<ParameterHelp> ParametersOf(Section parameters) =>
        from section in parameters.Sections
        where !NotParameters.Contains(section.Title)
        let yaml = section.Blocks.OfType<FencedCodeBlock>().LastOrDefault(block => block.Info == "yaml")
            ?? throw new FormatException($"The parameter {section.Title} has no metadata.")
        select new ParameterHelp(
            section.Title.TrimStart('-'),
            [.. PlainText.Paragraphs(section.Blocks.TakeWhile(block => block != yaml))],
            Yaml.Deserialize<ParameterDeclaration>(yaml.Lines.ToString()));

    private static IEnumerable<TypeHelp> TypesOf(Section page, string title) =>
        from section in Required(page, title).Sections
        select new TypeHelp(section.Title, [.. PlainText.Paragraphs(section.Blocks)]);

    private static List<string> LinksOf(Section links) =>
        [.. links.Blocks.OfType<ListBlock>().SelectMany(PlainText.ItemsOf)];
}
