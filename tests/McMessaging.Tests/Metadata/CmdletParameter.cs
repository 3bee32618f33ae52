using System.Reflection;

namespace McMessaging.Tests.Metadata;

/// <summary>A parameter of a cmdlet in one parameter set, as its attributes declare it.</summary>
public sealed record CmdletParameter(PropertyInfo Property, CustomAttributeData Attribute)
{
    public const string AllSets = "__AllParameterSets";

    public string Name => Property.Name;

    public string ParameterSet => Named<string>("ParameterSetName") ?? AllSets;

    public bool IsMandatory => Named<bool>("Mandatory");

    public bool IsPipelineByValue => Named<bool>("ValueFromPipeline");

    public string? HelpMessage => Named<string>("HelpMessage");

    public bool IsIn(string parameterSet) => ParameterSet == parameterSet || ParameterSet == AllSets;

    public int? Position =>
        Attribute.NamedArguments.Any(a => a.MemberName == "Position") ? Named<int>("Position") : null;

    public TValue? Named<TValue>(string name) =>
        Attribute.NamedArguments.FirstOrDefault(a => a.MemberName == name).TypedValue.Value is TValue value
            ? value
            : default;
}
