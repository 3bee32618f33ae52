namespace McMessaging.Mutation;

/// <summary>
/// Which test noticed a fault in an earlier run, of this or another state of the code: that test goes first. It only
/// saves time, so two faults that look the same may be one.
/// </summary>
internal sealed class TrialMemory : IDisposable
{
    private readonly LineFile<Notice> _lines;
    private readonly Dictionary<string, TestName> _tests;

    private sealed record Notice(string Fault, TestName Test);

    private TrialMemory(LineFile<Notice> lines)
    {
        _lines = lines;
        _tests = lines.Earlier.GroupBy(notice => notice.Fault).ToDictionary(
            notices => notices.Key, notices => notices.Last().Test);
    }

    public static TrialMemory Open(string path) => new(LineFile<Notice>.Open(path, isContinued: true));

    public TestName? Of(Fault fault) => _tests.TryGetValue(NameOf(fault), out var test) ? test : null;

    public void Keep(Fault fault, Finding finding)
    {
        if (finding.Test is { } test && test != Of(fault))
        {
            _lines.Add(new Notice(NameOf(fault), test));
        }
    }

    public void Dispose() => _lines.Dispose();

    private static string NameOf(Fault fault) => $"{fault.File}: {fault.Original} => {fault.Replacement}";
}
