using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace McMessaging.Docs;

/// <summary>Markdown as a terminal shows it: no marks, links as their words.</summary>
internal static class PlainText
{
    /// <summary>The paragraphs. The items of a list, and the lines of code, are lines of one paragraph.</summary>
    public static IEnumerable<string> Paragraphs(IEnumerable<Block> blocks) => blocks.Select(Of);

    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            text.Append(inline switch
            {
                CodeInline code => code.Content,
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline => " ",
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline container => Of(container),
                _ => throw new FormatException($"{inline.GetType().Name} has no plain form."),
            });
        }

        return text.ToString();
    }

    public static string Of(Block block) => block switch
    {
        ParagraphBlock paragraph => Of(paragraph.Inline),
        CodeBlock code => string.Join('\n', LinesOf(code).Select(line => $"    {line}".TrimEnd())),
        ListBlock list => string.Join('\n', ItemsOf(list).Select(item => $"- {item}")),
        _ => throw new FormatException($"{block.GetType().Name} has no plain form."),
    };

    public static IEnumerable<string> ItemsOf(ListBlock list) =>
        list.Cast<ListItemBlock>().Select(item => string.Join(' ', item.Select(Of)));

    public static string[] LinesOf(CodeBlock code) => code.Lines.ToString().TrimEnd('\n').Split('\n');
}
