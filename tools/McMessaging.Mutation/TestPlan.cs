namespace McMessaging.Mutation;

/// <summary>
/// Which tests a fault meets, and in which order: the one that noticed it last time, then the nearest.
/// </summary>
internal sealed class TestPlan
{
    private const double NearSeconds = 1.5;
    private const double AllSeconds = 6;
    private const double SlowSeconds = 0.5;

    private readonly TestCoverage[] _useful;
    private readonly ILookup<int, TestCoverage> _tests;
    private readonly HashSet<(string File, TestName Test)> _pairs;
    private readonly HashSet<int> _static;
    private readonly TrialMemory _memory;

    public TestPlan(IReadOnlyList<TestCoverage> coverage, IReadOnlyList<Fault> faults, TrialMemory memory)
    {
        _memory = memory;
        _useful = [.. coverage.Where(test => test.IsPassed)];
        _tests = _useful.SelectMany(test => test.Faults.Select(fault => (Fault: fault, Test: test)))
            .ToLookup(pair => pair.Fault, pair => pair.Test);
        _pairs = [.. faults.SelectMany(fault => _tests[fault.Id].Select(test => (fault.File, test.Test)))];
        _static = [.. _useful.SelectMany(test => test.StaticFaults)];
    }

    /// <summary>Whether the fault has its effect but once in a process.</summary>
    public bool IsStatic(Fault fault) => fault.IsStatic || _static.Contains(fault.Id);

    /// <summary>Whether any test comes across the fault.</summary>
    public bool IsCovered(Fault fault) => _tests.Contains(fault.Id);

    /// <summary>The tests that are most likely to notice the fault, for seconds.</summary>
    public IReadOnlyList<PlannedTest> Nearest(Fault fault) => Limited(_tests[fault.Id], fault, NearSeconds);

    /// <summary>
    /// All tests that may come across the fault; of those that would take minutes together, the nearest. Which tests
    /// depend on what was made once for all of them, nobody knows.
    /// </summary>
    public IReadOnlyList<PlannedTest> All(Fault fault) =>
        Limited(IsStatic(fault) ? _useful : _tests[fault.Id], fault, AllSeconds);

    private List<PlannedTest> Limited(IEnumerable<TestCoverage> tests, Fault fault, double seconds)
    {
        var remembered = _memory.Of(fault);
        // A class at a time, since that is how xunit runs them.
        var groups = tests
            .GroupBy(test => (
                IsNew: test.Test != remembered,
                IsSlow: SecondsOf(test) > SlowSeconds,
                IsElsewhere: !_pairs.Contains((fault.File, test.Test)),
                test.Test.Class))
            .OrderBy(group => group.Key.IsNew)
            .ThenBy(group => group.Key.IsSlow)
            .ThenBy(group => group.Key.IsElsewhere)
            .ThenBy(group => Distance(group.Key.Class, fault.File))
            .ThenBy(group => group.Average(test => test.Faults.Length));
        var planned = new List<PlannedTest>();
        foreach (var test in groups.SelectMany(group => group))
        {
            if (seconds <= 0)
            {
                break;
            }

            planned.Add(new PlannedTest(test.Test, test.Cost));
            seconds -= SecondsOf(test);
        }

        return planned;
    }

    private static double SecondsOf(TestCoverage test) => test.Cost.ProcessorSeconds + test.Cost.IdleSeconds;

    // Tests stand in a folder of the same name as what they test, in classes that begin with its name.
    private static int Distance(string testClass, string file)
    {
        var names = testClass.Split('.');
        if (names[^1].StartsWith(Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal))
        {
            return 0;
        }

        return names[..^1].Intersect(file.Split('/')[..^1]).Any() ? 1 : 2;
    }
}
