using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace McMessaging.Docs;

/// <summary>Writes the help of cmdlets as PowerShell reads it.</summary>
internal static partial class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string Write(IEnumerable<CommandPage> pages)
    {
        var items = new XElement(
            Root + "helpItems",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XAttribute("schema", "maml"),
            pages.Select(CommandOf));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings))
        {
            items.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement CommandOf(CommandPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            DescriptionOf([page.Synopsis]),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1])),
        DescriptionOf(page.Description),
        new XElement(Command + "syntax", page.Syntax.Select(form => SyntaxOf(page, form))),
        new XElement(
            Command + "parameters",
            page.Parameters.Where(p => !p.Metadata.DontShow)
                .Select(p => ParameterOf(p, p.Metadata.ParameterSets[0], isSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => TypeOf(type, "inputType"))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => TypeOf(type, "returnValue"))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", ParagraphsOf(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select(ExampleOf)),
        new XElement(Maml + "relatedLinks", LinksOf(page)));

    private static XElement SyntaxOf(CommandPage page, SyntaxForm form) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        from Match match in ParameterName().Matches(form.Text[page.Name.Length..])
        let parameter = page.Parameters.FirstOrDefault(p => p.Name == match.Groups[1].Value)
            ?? throw new FormatException($"{page.Name} has no section for -{match.Groups[1].Value}.")
        let inSet = parameter.Metadata.InSet(form.Set)
            ?? throw new FormatException($"{page.Name}: -{parameter.Name} is not in the set {form.Set}.")
        select ParameterOf(parameter, inSet, isSyntax: true));

    private static XElement ParameterOf(ParameterHelp parameter, ParameterInSet inSet, bool isSyntax)
    {
        var metadata = parameter.Metadata;
        var isSwitch = metadata.Type == "System.Management.Automation.SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", TextOf(inSet.IsRequired)),
            new XAttribute("variableLength", TextOf(metadata.Type.EndsWith("[]", StringComparison.Ordinal))),
            new XAttribute("globbing", TextOf(metadata.SupportsWildcards)),
            new XAttribute("pipelineInput", PipelineInputOf(metadata.ParameterSets)),
            new XAttribute("position", inSet.Position == "Named" ? "named" : inSet.Position),
            new XAttribute("aliases", metadata.Aliases.Count == 0 ? "none" : string.Join(", ", metadata.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            DescriptionOf(isSyntax ? [] : parameter.Description),
            isSwitch ? null : ValueOf(metadata),
            new XElement(Dev + "type", new XElement(Maml + "name", ShortNameOf(metadata.Type))),
            new XElement(Dev + "defaultValue", metadata.DefaultValue.Length == 0 ? "None" : metadata.DefaultValue));
    }

    private static XElement ValueOf(ParameterDeclaration metadata) => new(
        Command + "parameterValue",
        new XAttribute("required", "true"),
        new XAttribute("variableLength", TextOf(metadata.Type.EndsWith("[]", StringComparison.Ordinal))),
        metadata.AcceptedValues.Count == 0
            ? ShortNameOf(metadata.Type)
            : $"{{{string.Join(" | ", metadata.AcceptedValues)}}}");

    private static string PipelineInputOf(List<ParameterInSet> sets)
    {
        string[] ways =
        [
            .. sets.Any(set => set.ValueFromPipeline) ? ["ByValue"] : Array.Empty<string>(),
            .. sets.Any(set => set.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return ways.Length == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }

    private static XElement TypeOf(TypeHelp type, string element) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
        DescriptionOf(type.Description));

    // PowerShell shows an introduction and the code after it on one line; so all words come after the code, and an
    // empty paragraph ends them.
    private static XElement ExampleOf(Example example) => new(
        Command + "example",
        new XElement(Maml + "title", $"----- {example.Title} -----"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", ParagraphsOf([.. example.Introduction, .. example.Remarks, ""])));

    private static IEnumerable<XElement> LinksOf(CommandPage page) =>
        page.Links.Select(link => LinkOf(link, "")).Prepend(LinkOf("Online version:", page.HelpUri));

    private static XElement LinkOf(string text, string uri) => new(
        Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", uri));

    private static XElement DescriptionOf(IEnumerable<string> paragraphs) =>
        new(Maml + "description", ParagraphsOf(paragraphs));

    private static IEnumerable<XElement> ParagraphsOf(IEnumerable<string> paragraphs) =>
        paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph));

    private static string TextOf(bool value) => value ? "true" : "false";

    private static string ShortNameOf(string type) => type.Split('`')[0].Split('.')[^1];

    [GeneratedRegex(@"(?<=[\s\[])-(\w+)")]
    private static partial Regex ParameterName();
}
