namespace McMessaging.Mutation;

/// <summary>Runs each test alone, without a fault: what it takes, and which faults it comes across.</summary>
internal static class CoverageRun
{
    // They run thousands of sends, or wait: for seconds each, and each fault would meet them.
    private static readonly string[] LeftOut =
    [
        ".Nights.", ".Properties.", ".PublicSurface", ".Against_5_requests_a_second", ".A_hundred_thousand_refused",
        ".A_million_keys",
    ];

    // Generous: what is usual is not known yet.
    private static readonly TestCost Unknown = new(ProcessorSeconds: 6, IdleSeconds: 6);

    /// <summary>Measures, or takes what an earlier run measured, if this one goes on with it.</summary>
    public static async Task<IReadOnlyList<TestCoverage>> MeasureAsync(
        MutationFiles files, int lanes, bool isContinued)
    {
        using var lines = LineFile<TestCoverage>.Open(files.Coverage, isContinued);
        var measured = new List<TestCoverage>(lines.Earlier);
        var known = measured.Select(coverage => coverage.Test).ToHashSet();
        var classes = (await FindAsync(files.Program)).Where(IsWanted).Except(known).GroupBy(test => test.Class);
        await Lanes.ForEachAsync(classes, lanes, files.Program, async (lane, tests) =>
        {
            var planned = tests.Select(test => new PlannedTest(test, Unknown)).ToArray();
            var response = await lane.AskAsync(new WorkerRequest(WorkerTask.Cover, FaultSwitch.None, planned));
            if (response.Finding is { } hung)
            {
                throw new InvalidOperationException($"{hung.Test?.Name} does not end without a fault either.");
            }

            lock (measured)
            {
                foreach (var coverage in response.Coverage)
                {
                    lines.Add(coverage);
                    measured.Add(coverage);
                }
            }
        });
        return measured;
    }

    private static async Task<IReadOnlyList<TestName>> FindAsync(string program)
    {
        using var lane = new Lane(program);
        return (await lane.AskAsync(new WorkerRequest(WorkerTask.List, FaultSwitch.None, []))).Found;
    }

    // The name of a test begins with that of its class.
    private static bool IsWanted(TestName test) =>
        !LeftOut.Any(part => test.Name.Contains(part, StringComparison.Ordinal));
}
