namespace McMessaging.Mutation;

internal enum WorkerTask
{
    /// <summary>Which tests are there?</summary>
    List,

    /// <summary>Which faults does each of the tests come across?</summary>
    Cover,

    /// <summary>Does one of the tests fail because of the fault?</summary>
    Try,
}

/// <summary>One line from the run to a worker.</summary>
internal sealed record WorkerRequest(WorkerTask Task, int Fault, IReadOnlyList<PlannedTest> Tests);

/// <summary>One line from a worker to the run.</summary>
internal sealed record WorkerResponse
{
    public IReadOnlyList<TestName> Found { get; init; } = [];

    public IReadOnlyList<TestCoverage> Coverage { get; init; } = [];

    public Finding? Finding { get; init; }
}
