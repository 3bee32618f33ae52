namespace McMessaging.Docs;

/// <summary>The help of one cmdlet. Texts are paragraphs.</summary>
public sealed record CommandPage(string Name)
{
    /// <summary>The address of the page on the web.</summary>
    public required string HelpUri { get; init; }

    /// <summary>One sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>What it does.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The parameter sets, the default one first.</summary>
    public required IReadOnlyList<SyntaxForm> Syntax { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>The parameters, but for the common ones.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    /// <summary>What it takes from the pipeline.</summary>
    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    /// <summary>What it emits.</summary>
    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    /// <summary>What else there is to know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where to read on.</summary>
    public required IReadOnlyList<string> Links { get; init; }
}

/// <summary>One way to call a cmdlet.</summary>
/// <param name="Set">The parameter set.</param>
/// <param name="IsDefault">Whether it is the default one.</param>
/// <param name="Text">The line that PowerShell shows for it, on one line.</param>
public sealed record SyntaxForm(string Set, bool IsDefault, string Text);

/// <summary>An example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Introduction">What stands before the code.</param>
/// <param name="Code">The code.</param>
/// <param name="Remarks">What stands after it.</param>
public sealed record Example(
    string Title, IReadOnlyList<string> Introduction, string Code, IReadOnlyList<string> Remarks);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Metadata">How it is declared.</param>
public sealed record ParameterHelp(string Name, IReadOnlyList<string> Description, ParameterDeclaration Metadata);

/// <summary>A type of objects.</summary>
/// <param name="Name">The full name of the type.</param>
/// <param name="Description">What the objects are.</param>
public sealed record TypeHelp(string Name, IReadOnlyList<string> Description);
