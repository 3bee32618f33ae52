namespace McMessaging.Mutation;

/// <summary>Where everything is, from the repository's root.</summary>
internal sealed record MutationFiles(string Root)
{
    public string Engine => PathOf("src", "McMessaging.Client");

    public string Tests => PathOf("tests", "McMessaging.Client.Tests");

    public string BuiltTests => PathOf("artifacts", "bin", "McMessaging.Client.Tests", "debug");

    public string StrykerConfig => PathOf("tools", "McMessaging.Mutation", "stryker-config.json");

    public string Output => PathOf("artifacts", "mutation");

    public string Stryker => Path.Combine(Output, "stryker");

    public string StrykerReport => Path.Combine(Stryker, "reports", "mutation-report.json");

    /// <summary>The tests and the engine with all faults.</summary>
    public string Program => Path.Combine(Output, "program");

    /// <summary>Which test comes across which faults, one line for each test.</summary>
    public string Coverage => Path.Combine(Output, "coverage.jsonl");

    /// <summary>What became of each fault, one line for each.</summary>
    public string Trials => Path.Combine(Output, "trials.jsonl");

    /// <summary>Which test noticed which fault, in this run and those before it.</summary>
    public string Memory => Path.Combine(Output, "memory.jsonl");

    public string Survivors => Path.Combine(Output, "survivors.csv");

    private string PathOf(params string[] names) => Path.Combine([Root, .. names]);
}
