using System.Text;
using Markdig.Syntax;

namespace McMessaging.Docs;

/// <summary>Writes a topic as Get-Help shows it: plain text of 80 columns.</summary>
internal static class AboutWriter
{
    private const int Width = 80;
    private const int TextIndent = 4;
    private const int CodeIndent = 8;

    public static string Write(Section page)
    {
        // PowerShell takes the fifth line for the synopsis.
        var text = new StringBuilder($"TOPIC\n{new string(' ', TextIndent)}{page.Title}\n");
        foreach (var section in page.Sections)
        {
            text.Append($"\n{section.Title.ToUpperInvariant()}\n");
            AppendBlocks(text, section.Blocks, isFirst: true);
            foreach (var part in section.Sections)
            {
                text.Append($"\n  {part.Title}\n");
                AppendBlocks(text, part.Blocks, isFirst: true);
            }
        }

        return text.ToString();
    }

    private static void AppendBlocks(StringBuilder text, IEnumerable<Block> blocks, bool isFirst)
    {
        foreach (var block in blocks)
        {
            if (!isFirst)
            {
                text.Append('\n');
            }

            isFirst = false;
            AppendBlock(text, block);
        }
    }

    private static void AppendBlock(StringBuilder text, Block block)
    {
        switch (block)
        {
            case CodeBlock code:
                foreach (var line in PlainText.LinesOf(code))
                {
                    text.Append($"{new string(' ', CodeIndent)}{line}".TrimEnd()).Append('\n');
                }

                break;
            case ListBlock list:
                foreach (var item in PlainText.ItemsOf(list))
                {
                    AppendWrapped(text, item, "- ");
                }

                break;
            default:
                AppendWrapped(text, PlainText.Of(block), "");
                break;
        }
    }

    private static void AppendWrapped(StringBuilder text, string paragraph, string mark)
    {
        var margin = new string(' ', TextIndent);
        var line = new StringBuilder(margin).Append(mark);
        var isEmpty = true;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(margin).Append(' ', mark.Length);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }
}
