using Markdig.Syntax;

namespace McMessaging.Docs;

/// <summary>A heading, what stands below it, and the smaller headings after that.</summary>
internal sealed record Section(string Title)
{
    public List<Block> Blocks { get; } = [];

    public List<Section> Sections { get; } = [];

    public Section? Find(string title) =>
        Sections.Find(section => section.Title.Equals(title, StringComparison.OrdinalIgnoreCase));
}
