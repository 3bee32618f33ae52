using System.Text.Json;

namespace McMessaging.Chaos;

/// <summary>The results of a send, as <c>mcmsg --output</c> writes them.</summary>
internal static class ResultsFile
{
    public static IEnumerable<SentResult> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            yield return JsonSerializer.Deserialize<SentResult>(line)!;
        }
    }
}

/// <summary>What was said of one recipient.</summary>
internal sealed record SentResult(string? ContactKey, string? MessageKey, string? Outcome)
{
    public bool IsTaken => Outcome is nameof(SendOutcome.Accepted) or nameof(SendOutcome.AlreadyAccepted);
}
