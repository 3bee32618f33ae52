namespace McMessaging.Cli.Commands;

/// <summary>A command whose help shows examples.</summary>
internal interface IHasExamples
{
    IReadOnlyList<string> Examples { get; }

    /// <summary>What else there is to know, above the examples.</summary>
    IReadOnlyList<string> Notes => [];
}
