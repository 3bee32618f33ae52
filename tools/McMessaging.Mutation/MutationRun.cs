namespace McMessaging.Mutation;

/// <summary>Puts faults into the engine, one at a time, and tells which of them its tests notice.</summary>
internal static class MutationRun
{
    /// <param name="files">Where everything is.</param>
    /// <param name="folders">Folders of the engine; none for all.</param>
    /// <param name="lanes">Processes side by side.</param>
    /// <param name="isContinued">Whether to go on where an earlier run was stopped, with its faults.</param>
    public static async Task<MutationReport> ExecuteAsync(
        MutationFiles files, IReadOnlyList<string> folders, int lanes, bool isContinued)
    {
        if (!isContinued)
        {
            await StrykerRun.MakeAsync(files);
        }

        var made = StrykerReport.Read(files.StrykerReport, files.Engine);
        var faults = InOrder(made.Where(fault => !fault.IsProse), folders);
        var coverage = await CoverageRun.MeasureAsync(files, lanes, isContinued);
        Console.WriteLine($"{faults.Count} faults, {coverage.Count} tests.");
        using var log = LineFile<Trial>.Open(files.Trials, isContinued);
        using var memory = TrialMemory.Open(files.Memory);
        var plan = new TestPlan(coverage, made, memory);
        var trials = await new TrialRun(files, plan, memory, log).ExecuteAsync(faults, lanes);
        var report = new MutationReport(faults, trials);
        await using var survivors = new StreamWriter(files.Survivors);
        report.WriteSurvivors(survivors);
        return report;
    }

    // The strict folders come first, or else the folders as they were asked for.
    private static List<Fault> InOrder(IEnumerable<Fault> faults, IReadOnlyList<string> folders)
    {
        var order = (folders.Count > 0 ? folders : Score.StrictFolders).ToList();
        return
        [
            .. from fault in faults
               let place = order.IndexOf(fault.Folder)
               where place >= 0 || folders.Count == 0
               orderby place < 0, place, fault.Folder, fault.Id
               select fault,
        ];
    }
}
