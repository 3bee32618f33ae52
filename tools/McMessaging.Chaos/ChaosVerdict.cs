namespace McMessaging.Chaos;

/// <summary>Compares the results of runs with what the service took.</summary>
internal sealed class ChaosVerdict(IReadOnlyList<string> contactKeys, IReadOnlyList<SandboxMessage> messages)
{
    private readonly ILookup<(string Definition, string ContactKey), SandboxMessage> _accepted = messages
        .Where(message => message.Accepted)
        .ToLookup(message => (message.DefinitionKey, message.ContactKey));

    private readonly HashSet<string> _definitions = [];

    /// <summary>Recipients that the service never accepted, or without a final result.</summary>
    public int Lost { get; private set; }

    /// <summary>Recipients that the service accepted more than once with one definition.</summary>
    public int Twice => _accepted.Count(group => group.Count() > 1);

    /// <summary>Recipients whose result contradicts the service, or stands in the wrong place.</summary>
    public int Mislabelled { get; private set; }

    /// <summary>Adds the results of a command that has ended.</summary>
    public void Check(SendCommandLine command)
    {
        if (_definitions.Add(command.Definition))
        {
            Lost += contactKeys.Count(key => !_accepted.Contains((command.Definition, key)));
        }

        var results = ResultsFile.Read(command.ResultsPath).ToList();
        Lost += Math.Max(0, contactKeys.Count - results.Count);
        for (var i = 0; i < results.Count; i++)
        {
            var isInPlace = i < contactKeys.Count && results[i].ContactKey == contactKeys[i];
            var isTaken = isInPlace && _accepted[(command.Definition, contactKeys[i])]
                .Any(message => message.MessageKey == results[i].MessageKey);
            if (!isInPlace || isTaken != results[i].IsTaken)
            {
                Mislabelled++;
            }
        }
    }
}
