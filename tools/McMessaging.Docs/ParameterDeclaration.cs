namespace McMessaging.Docs;

/// <summary>How a page says that a parameter is declared: the names are those of the schema.</summary>
public sealed class ParameterDeclaration
{
    /// <summary>The name of a set that stands for all of them.</summary>
    public const string AllSets = "(All)";

    /// <summary>The full name of the type.</summary>
    public string Type { get; set; } = "";

    /// <summary>The value without the parameter, or words for it.</summary>
    public string DefaultValue { get; set; } = "";

    /// <summary>Whether it takes patterns.</summary>
    public bool SupportsWildcards { get; set; }

    /// <summary>Its other names.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>How it is declared in each set.</summary>
    public List<ParameterInSet> ParameterSets { get; set; } = [];

    /// <summary>Whether it is hidden from completion and syntax.</summary>
    public bool DontShow { get; set; }

    /// <summary>All the values that there are.</summary>
    public List<string> AcceptedValues { get; set; } = [];

    /// <summary>What PowerShell shows when it asks for a value.</summary>
    public string HelpMessage { get; set; } = "";

    /// <summary>How it is declared in a set; <c>null</c>: it is not part of it.</summary>
    public ParameterInSet? InSet(string set) => ParameterSets.Find(p => p.Name == set || p.Name == AllSets);
}

/// <summary>A parameter in a parameter set.</summary>
public sealed class ParameterInSet
{
    /// <summary>The name of the set.</summary>
    public string Name { get; set; } = "";

    /// <summary>A number, or <c>Named</c>.</summary>
    public string Position { get; set; } = "";

    /// <summary>Whether it is mandatory.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Whether objects of the pipeline are its values.</summary>
    public bool ValueFromPipeline { get; set; }

    /// <summary>Whether it takes the property of its name from objects of the pipeline.</summary>
    public bool ValueFromPipelineByPropertyName { get; set; }

    /// <summary>Whether it takes all arguments that are left.</summary>
    public bool ValueFromRemainingArguments { get; set; }
}
