using System.Text.Json;

namespace McMessaging.Chaos;

/// <summary>Compares the last run's results with what the service took.</summary>
internal sealed class ChaosVerdict
{
    public ChaosVerdict(IReadOnlyList<string> contactKeys, IReadOnlyList<SandboxMessage> messages, string resultsPath)
    {
        var accepted = messages.Where(message => message.Accepted)
            .ToLookup(message => message.ContactKey);
        var results = ReadResults(resultsPath);
        Lost = contactKeys.Count(key => !accepted.Contains(key)) + Math.Max(0, contactKeys.Count - results.Count);
        Twice = accepted.Count(group => group.Count() > 1);
        for (var i = 0; i < results.Count; i++)
        {
            var rightPlace = i < contactKeys.Count && results[i].ContactKey == contactKeys[i];
            var taken = rightPlace
                && accepted[contactKeys[i]].Any(message => message.MessageKey == results[i].MessageKey);
            var saysTaken = results[i].Outcome is nameof(SendOutcome.Accepted) or nameof(SendOutcome.AlreadyAccepted);
            if (!rightPlace || taken != saysTaken)
            {
                Mislabelled++;
            }
        }
    }

    public int Lost { get; }

    public int Twice { get; }

    public int Mislabelled { get; }

    private static List<(string? ContactKey, string? MessageKey, string? Outcome)> ReadResults(string path)
    {
        var results = new List<(string?, string?, string?)>();
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var result = document.RootElement;
            results.Add((
                result.GetProperty("ContactKey").GetString(),
                result.GetProperty("MessageKey").GetString(),
                result.GetProperty("Outcome").GetString()));
        }

        return results;
    }
}
