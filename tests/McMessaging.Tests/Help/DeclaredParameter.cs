using System.Management.Automation;
using System.Reflection;
using McMessaging.Docs;
using McMessaging.Tests.Metadata;

namespace McMessaging.Tests.Help;

/// <summary>A parameter as its attributes declare it, in the words of a page.</summary>
internal sealed class DeclaredParameter(IGrouping<string, CmdletParameter> declarations)
{
    private readonly PropertyInfo _property = declarations.First().Property;

    public string Name => declarations.Key;

    private Type Inner => Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;

    private string TypeName =>
        Inner == _property.PropertyType ? $"{Inner}" : $"System.Nullable`1[{Inner}]";

    private string[] AcceptedValues =>
        ListOf(typeof(ValidateSetAttribute)) is { Length: > 0 } values
            ? values
            : Inner.IsEnum ? Enum.GetNames(Inner) : [];

    public static IEnumerable<DeclaredParameter> Of(CmdletClass cmdlet) =>
        cmdlet.Parameters.GroupBy(p => p.Name).Select(group => new DeclaredParameter(group));

    /// <summary>What a page has to say of it, a line each.</summary>
    public IEnumerable<string> Facts() =>
    [
        $"Type: {TypeName}",
        $"Wildcards: {Has(typeof(SupportsWildcardsAttribute))}",
        $"Aliases: {string.Join(',', ListOf(typeof(AliasAttribute)))}",
        $"Values: {string.Join(',', AcceptedValues)}",
        $"Hidden: {declarations.Any(p => p.Named<bool>("DontShow"))}",
        $"Help: {string.Join('|', declarations.Select(p => p.HelpMessage).Distinct())}",
        .. declarations.OrderBy(p => p.ParameterSet, StringComparer.Ordinal).Select(FactOf),
    ];

    /// <summary>The same of a page.</summary>
    public static IEnumerable<string> FactsOf(ParameterDeclaration page) =>
    [
        $"Type: {page.Type}",
        $"Wildcards: {page.SupportsWildcards}",
        $"Aliases: {string.Join(',', page.Aliases)}",
        $"Values: {string.Join(',', page.AcceptedValues)}",
        $"Hidden: {page.DontShow}",
        $"Help: {page.HelpMessage}",
        .. page.ParameterSets.OrderBy(set => set.Name, StringComparer.Ordinal).Select(set => FactOf(
            set.Name, set.Position, set.IsRequired, set.ValueFromPipeline, set.ValueFromPipelineByPropertyName)),
    ];

    private static string FactOf(CmdletParameter p) => FactOf(
        p.ParameterSet == CmdletParameter.AllSets ? ParameterDeclaration.AllSets : p.ParameterSet,
        p.Position is { } position ? $"{position}" : "Named",
        p.IsMandatory,
        p.IsPipelineByValue,
        p.Named<bool>("ValueFromPipelineByPropertyName"));

    private static string FactOf(string set, string position, bool required, bool byValue, bool byName) =>
        $"In {set}: position {position}, required {required}, pipeline {byValue}, by name {byName}";

    private bool Has(Type attribute) => _property.GetCustomAttributesData().Any(a => a.AttributeType == attribute);

    private string[] ListOf(Type attribute) =>
    [
        .. from data in _property.GetCustomAttributesData()
           where data.AttributeType == attribute
           from value in (IReadOnlyCollection<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!
           select (string)value.Value!,
    ];
}
