using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace McMessaging.Docs;

/// <summary>Reads a page of Markdown as a tree of its headings.</summary>
internal static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    public static Section Read(string path)
    {
        var document = Markdig.Markdown.Parse(File.ReadAllText(path), Pipeline);
        var open = new Stack<(int Level, Section Section)>();
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                Open(heading, open);
            }
            else if (block is not (YamlFrontMatterBlock or LinkReferenceDefinitionGroup))
            {
                Top(open, path).Blocks.Add(block);
            }
        }

        Top(open, path);
        return open.Last().Section;
    }

    /// <summary>The text between the lines of dashes at the head of a page.</summary>
    public static string FrontMatter(string path)
    {
        var document = Markdig.Markdown.Parse(File.ReadAllText(path), Pipeline);
        return document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } yaml
            ? yaml.Lines.ToString()
            : throw new FormatException($"{path} has no front matter.");
    }

    private static void Open(HeadingBlock heading, Stack<(int Level, Section Section)> open)
    {
        var section = new Section(PlainText.Of(heading.Inline));
        while (open.Count > 1 && open.Peek().Level >= heading.Level)
        {
            open.Pop();
        }

        if (open.Count > 0)
        {
            open.Peek().Section.Sections.Add(section);
        }

        open.Push((heading.Level, section));
    }

    private static Section Top(Stack<(int Level, Section Section)> open, string path) =>
        open.Count > 0 ? open.Peek().Section : throw new FormatException($"{path} does not begin with a heading.");
}
