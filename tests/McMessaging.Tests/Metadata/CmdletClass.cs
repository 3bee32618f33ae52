using System.Management.Automation;
using System.Reflection;
using McMessaging.Commands;

namespace McMessaging.Tests.Metadata;

/// <summary>
/// A cmdlet as its attributes declare it. They are read as data, because the PowerShell library
/// that tests compile against has no working bodies.
/// </summary>
public sealed class CmdletClass(Type type)
{
    public static IReadOnlyList<CmdletClass> All { get; } =
    [
        .. from type in typeof(SendMcEmailCommand).Assembly.GetTypes()
           where type.GetCustomAttributesData().Any(a => a.AttributeType == typeof(CmdletAttribute))
           select new CmdletClass(type),
    ];

    public Type Type => type;

    public string Verb => (string)Declaration.ConstructorArguments[0].Value!;

    public string Noun => (string)Declaration.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess =>
        Declaration.NamedArguments.Any(a => a is { MemberName: "SupportsShouldProcess", TypedValue.Value: true });

    /// <summary>The set that is taken where others fit, too; <c>null</c>: none is named.</summary>
    public string? DefaultSet => Declaration.NamedArguments
        .FirstOrDefault(a => a.MemberName == "DefaultParameterSetName").TypedValue.Value as string;

    public IReadOnlyList<Type> OutputTypes =>
    [
        .. from attribute in type.GetCustomAttributesData()
           where attribute.AttributeType == typeof(OutputTypeAttribute)
           from output in (IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!
           select (Type)output.Value!,
    ];

    public IReadOnlyList<CmdletParameter> Parameters =>
    [
        .. from property in type.GetProperties()
           from attribute in property.GetCustomAttributesData()
           where attribute.AttributeType == typeof(ParameterAttribute)
           select new CmdletParameter(property, attribute),
    ];

    public IEnumerable<string> ParameterSets => Parameters.Select(p => p.ParameterSet).Distinct();

    private CustomAttributeData Declaration =>
        type.GetCustomAttributesData().Single(a => a.AttributeType == typeof(CmdletAttribute));

    public override string ToString() => Name;
}
