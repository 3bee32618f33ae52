namespace McMessaging.Cli.Output;

/// <summary>Why recipients were not accepted.</summary>
internal sealed record ResultError(SendOutcome Outcome, int? Code, string? Name)
{
    public override string ToString() =>
        string.Join(' ', new object?[] { Outcome, Code, Name }.Where(part => part is not null));
}
