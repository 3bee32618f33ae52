namespace McMessaging.Mutation;

/// <summary>
/// Where one fault after the other is tried: a warm worker, which is replaced as soon as it may be spoilt.
/// </summary>
internal sealed class Lane(string program) : IDisposable
{
    private WorkerProcess? _worker;

    /// <summary>Asks the warm worker.</summary>
    /// <exception cref="InvalidOperationException">It ended without a response.</exception>
    public async Task<WorkerResponse> AskAsync(WorkerRequest request) =>
        await Warm().AskAsync(request) ?? throw new InvalidOperationException("A worker ended without a response.");

    /// <summary>Runs the tests with the fault in the warm worker, until one notices it.</summary>
    public async Task<Finding> TryAsync(int fault, IReadOnlyList<PlannedTest> tests)
    {
        var response = await Warm().AskAsync(new WorkerRequest(WorkerTask.Try, fault, tests));
        if (response?.Finding is { Verdict: Verdict.Survived or Verdict.Failed } finding)
        {
            return finding;
        }

        Retire();
        if (response?.Finding is { Verdict: Verdict.Hung } hung)
        {
            return hung;
        }

        // What went wrong counts if it does in a new process as well.
        var suspect = tests.Where(test => test.Test == response?.Finding?.Test).ToArray();
        return await TryAloneAsync(fault, suspect.Length > 0 ? suspect : tests);
    }

    /// <summary>Runs the tests in a process of their own, where the fault is on from the beginning.</summary>
    public async Task<Finding> TryAloneAsync(int fault, IReadOnlyList<PlannedTest> tests)
    {
        using var worker = new WorkerProcess(program, fault);
        var response = await worker.AskAsync(new WorkerRequest(WorkerTask.Try, fault, tests));
        return response?.Finding switch
        {
            null => new Finding(Verdict.Hung, null),
            { Verdict: Verdict.Unclear } unclear => unclear with { Verdict = Verdict.Failed },
            var finding => finding,
        };
    }

    public void Dispose() => Retire();

    private WorkerProcess Warm() => _worker ??= new WorkerProcess(program, FaultSwitch.None);

    private void Retire()
    {
        _worker?.Dispose();
        _worker = null;
    }
}
