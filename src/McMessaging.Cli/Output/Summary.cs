namespace McMessaging.Cli.Output;

/// <summary>What is told at the end of a run.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Rows">What was counted: label and value.</param>
/// <param name="Notes">Sentences below.</param>
internal sealed record Summary(
    string Title, IReadOnlyList<KeyValuePair<string, string>> Rows, IReadOnlyList<string> Notes);
