using System.Text.Json;

namespace McMessaging.Chaos;

/// <summary>Compares the last run's results with what the service took.</summary>
internal sealed class ChaosVerdict
{
    public ChaosVerdict(IReadOnlyList<string> contactKeys, IReadOnlyList<SandboxMessage> messages, string resultsPath)
    {
        ILookup<string, SandboxMessage> accepted = messages.Where(message => message.Accepted)
            .ToLookup(message => message.ContactKey);
        List<(string? ContactKey, string? MessageKey, string? Outcome)> results = ReadResults(resultsPath);
        Lost = contactKeys.Count(key => !accepted.Contains(key)) + Math.Max(0, contactKeys.Count - results.Count);
        Twice = accepted.Count(group => group.Count() > 1);
        for (int i = 0; i < results.Count; i++)
        {
            bool rightPlace = i < contactKeys.Count && results[i].ContactKey == contactKeys[i];
            bool taken = rightPlace && accepted[contactKeys[i]].Any(message => message.MessageKey == results[i].MessageKey);
            bool saysTaken = results[i].Outcome is nameof(SendOutcome.Accepted) or nameof(SendOutcome.AlreadyAccepted);
            if (!rightPlace || taken != saysTaken) Mislabelled++;
        }
    }

    public int Lost { get; }

    public int Twice { get; }

    public int Mislabelled { get; }

    private static List<(string? ContactKey, string? MessageKey, string? Outcome)> ReadResults(string path)
    {
        var results = new List<(string?, string?, string?)>();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement result = document.RootElement;
            results.Add((
                result.GetProperty("ContactKey").GetString(),
                result.GetProperty("MessageKey").GetString(),
                result.GetProperty("Outcome").GetString()));
        }

        return results;
    }
}
