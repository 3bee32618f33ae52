using System.Management.Automation;
using System.Text.RegularExpressions;
using McMessaging.Docs;
using McMessaging.Tests.Metadata;

namespace McMessaging.Tests.Help;

/// <summary>The pages of the cmdlets say what the cmdlets declare, and nothing else.</summary>
public sealed partial class CommandPageTests
{
    private const string Site = "https://github.com/mcmessaging/mcmessaging/blob/main/docs/en-US/";
    private static readonly string[] OfShouldProcess = ["Confirm", "WhatIf"];

    public static TheoryData<CmdletClass> Cmdlets => [.. CmdletClass.All];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() =>
        Assert.Equal(CmdletClass.All.Select(c => c.Name).Order(), CommandPages.Names.Order());

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_has_all_its_parts(CmdletClass cmdlet)
    {
        var page = CommandPages.Of(cmdlet);

        Assert.Equal(cmdlet.Name, page.Name);
        Assert.Equal($"{Site}{cmdlet.Name}.md", page.HelpUri);
        Assert.Matches(@"^[A-Z][^\n]*\.$", page.Synopsis);
        Assert.NotEmpty(page.Description);
        Assert.InRange(page.Examples.Count, 2, int.MaxValue);
        Assert.NotEmpty(page.Inputs);
        Assert.NotEmpty(page.Links);
        Assert.All(page.Parameters, p => Assert.NotEmpty(p.Description));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_parameters_are_those_of_the_cmdlet(CmdletClass cmdlet)
    {
        var declared = DeclaredParameter.Of(cmdlet).Select(p => p.Name);
        string[] all = [.. declared, .. cmdlet.SupportsShouldProcess ? OfShouldProcess : []];

        Assert.Equal(all.Order(StringComparer.Ordinal), NamesIn(CommandPages.Of(cmdlet)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_is_said_of_a_parameter_is_what_is_declared(CmdletClass cmdlet)
    {
        var pages = CommandPages.Of(cmdlet).Parameters.ToDictionary(p => p.Name, p => p.Metadata);

        Assert.All(
            DeclaredParameter.Of(cmdlet),
            p => Assert.Equal(
                p.Facts().Prepend(p.Name), DeclaredParameter.FactsOf(pages[p.Name]).Prepend(p.Name)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_syntax_has_each_set_with_its_parameters_and_the_default_one_marked(CmdletClass cmdlet)
    {
        var forms = CommandPages.Of(cmdlet).Syntax;
        string[] named = [.. cmdlet.ParameterSets.Where(set => set != CmdletParameter.AllSets)];
        string[] sets = cmdlet.DefaultSet is { } usual
            ? [.. named.Append(usual).Distinct()]
            : [.. named.DefaultIfEmpty(CmdletParameter.AllSets)];

        Assert.Equal(sets.Order(StringComparer.Ordinal), forms.Select(form => form.Set).Order(StringComparer.Ordinal));
        Assert.Equal(cmdlet.DefaultSet, forms.SingleOrDefault(form => form.IsDefault)?.Set);
        Assert.All(forms, form => Assert.Equal(
            ParametersOf(cmdlet, form.Set).Order(StringComparer.Ordinal),
            Named().Matches(form.Text[cmdlet.Name.Length..]).Select(match => match.Groups[1].Value)
                .Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_outputs_are_those_of_the_cmdlet(CmdletClass cmdlet) =>
        Assert.Equal(
            cmdlet.OutputTypes.Select(type => type == typeof(void) ? "None" : type.FullName!).Order(),
            CommandPages.Of(cmdlet).Outputs.Select(type => type.Name).Order());

    private static IEnumerable<string> NamesIn(CommandPage page) => page.Parameters.Select(p => p.Name);

    private static IEnumerable<string> ParametersOf(CmdletClass cmdlet, string set) =>
        cmdlet.Parameters.Where(p => p.IsIn(set) && !p.Named<bool>("DontShow")).Select(p => p.Name)
            .Concat(cmdlet.SupportsShouldProcess ? OfShouldProcess : []);

    [GeneratedRegex(@"(?<=[\s\[])-(\w+)")]
    private static partial Regex Named();
}
