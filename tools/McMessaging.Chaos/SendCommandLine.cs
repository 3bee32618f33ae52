using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>The command of a host: all hosts have one input and one run id, each its own journal and results.</summary>
internal sealed record SendCommandLine(string Folder, ChaosOptions Options, int Host, string Definition)
{
    public const string FirstDefinition = "chaos";
    public const string SecondDefinition = "chaos-again";

    public string ResultsPath => Path.Combine(Folder, $"results-{Host}-{Definition}.jsonl");

    /// <summary>Results to a disk that is full.</summary>
    public bool IsDiskFull { get; init; }

    public IEnumerable<string> Arguments =>
    [
        Path.Combine(AppContext.BaseDirectory, "mcmsg.dll"), "send", "email",
        "--definition", Definition,
        "--input", Path.Combine(Folder, RecipientsFile.Name),
        "--output", IsDiskFull ? "/dev/full" : ResultsPath,
        "--journal", Path.Combine(Folder, $"journal-{Host}-{Definition}.jsonl"),
        "--run-id", $"chaos-{Options.Seed.ToString(CultureInfo.InvariantCulture)}",
        "--batch-size", Options.BatchSize.ToString(CultureInfo.InvariantCulture),
    ];
}
