using System.Globalization;

namespace McMessaging.Cli.Output;

/// <summary>Why recipients were not accepted.</summary>
internal sealed record ResultError(SendOutcome Outcome, int? Code, string? Name)
{
    public override string ToString()
    {
        string?[] parts = [Outcome.ToString(), Code?.ToString(CultureInfo.InvariantCulture), Name];
        return string.Join(' ', parts.OfType<string>().Distinct());
    }
}
