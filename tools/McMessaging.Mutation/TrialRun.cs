namespace McMessaging.Mutation;

/// <summary>
/// Puts the faults before the tests, one after the other in each lane: all of them before the nearest tests, then what
/// is left before all tests.
/// </summary>
internal sealed class TrialRun(MutationFiles files, TestPlan plan, TrialMemory memory, LineFile<Trial> log)
{
    private readonly Dictionary<int, Trial> _trials = log.Earlier
        .GroupBy(trial => trial.Fault).ToDictionary(trials => trials.Key, trials => trials.Last());

    public async Task<IReadOnlyCollection<Trial>> ExecuteAsync(IReadOnlyList<Fault> faults, int lanes)
    {
        var fresh = faults.Where(fault => !_trials.ContainsKey(fault.Id));
        await TryAllAsync("before the nearest tests", [.. fresh], lanes, TryNearestAsync);
        var left = faults.Where(fault => !_trials[fault.Id].IsOver);
        await TryAllAsync("before all tests", [.. left], lanes, TryAllTestsAsync);
        return _trials.Values;
    }

    private async Task TryAllAsync(
        string round, Fault[] faults, int lanes, Func<Lane, Fault, Task<Finding>> tryAsync)
    {
        var done = 0;
        await Lanes.ForEachAsync(faults, lanes, files.Program, async (lane, fault) =>
        {
            var finding = await tryAsync(lane, fault);
            lock (_trials)
            {
                _trials[fault.Id] = new Trial(fault.Id, finding);
                log.Add(_trials[fault.Id]);
                memory.Keep(fault, finding);
                if (++done % 100 == 0)
                {
                    Console.WriteLine($"{DateTime.Now:HH:mm:ss} {done} of {faults.Length} {round}, in {fault.Folder}");
                }
            }
        });
    }

    private async Task<Finding> TryNearestAsync(Lane lane, Fault fault)
    {
        if (!plan.IsCovered(fault))
        {
            return new Finding(Verdict.NotCovered, null);
        }

        var finding = plan.IsStatic(fault)
            ? new Finding(Verdict.Survived, null)
            : await lane.TryAsync(fault.Id, plan.Nearest(fault));
        return finding.Verdict == Verdict.Survived ? finding with { Verdict = Verdict.SurvivedNearest } : finding;
    }

    // What a warm process has cached hides a fault: none survives that was not there from the beginning.
    private async Task<Finding> TryAllTestsAsync(Lane lane, Fault fault) =>
        await lane.TryAloneAsync(fault.Id, plan.All(fault));
}
