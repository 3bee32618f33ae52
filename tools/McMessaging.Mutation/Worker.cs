using System.Text.Json;

namespace McMessaging.Mutation;

/// <summary>
/// The process in which tests run. It stays warm and does what each line of its input says, until the input ends. A
/// fault that it is started with is on from the beginning, before any static initializer runs.
/// </summary>
internal sealed class Worker
{
    private static readonly TimeSpan WarmGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AloneGrace = TimeSpan.FromSeconds(4);

    private readonly bool _isAlone;
    private readonly TestProgram _program;
    private readonly Watchdog _watchdog;
    private readonly TextWriter _output;
    private TestName? _running;

    private Worker(TestProgram program, bool isAlone, TextWriter output)
    {
        _isAlone = isAlone;
        _program = program;
        _output = output;
        _watchdog = new Watchdog(isAlone ? AloneGrace : WarmGrace, EndBecauseOfHang);
    }

    public static void Run(string folder, int fault)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        var program = new TestProgram(folder);
        program.Faults.TurnOn(fault);
        var worker = new Worker(program, isAlone: fault != FaultSwitch.None, output);
        while (Console.In.ReadLine() is { } line)
        {
            worker.Respond(worker.Handle(JsonSerializer.Deserialize<WorkerRequest>(line)!));
        }
    }

    private void Respond(WorkerResponse response) => _output.WriteLine(JsonSerializer.Serialize(response));

    // Threads of the test may run on: only the end of the process stops them. In a warm worker, a busy one may have
    // been left behind by an earlier fault.
    private void EndBecauseOfHang(bool waits)
    {
        var verdict = waits || _isAlone ? Verdict.Hung : Verdict.Unclear;
        Respond(new WorkerResponse { Finding = new Finding(verdict, _running) });
        Environment.Exit(0);
    }

    private WorkerResponse Handle(WorkerRequest request) => request.Task switch
    {
        WorkerTask.List => new WorkerResponse { Found = _program.Find() },
        WorkerTask.Cover => new WorkerResponse { Coverage = [.. Cover(request.Tests)] },
        _ => new WorkerResponse { Finding = Try(request.Fault, request.Tests) },
    };

    private IEnumerable<TestCoverage> Cover(IReadOnlyList<PlannedTest> tests)
    {
        _program.Prepare(tests.Select(test => test.Test.Class));
        _program.Faults.StartCoverage();
        foreach (var (test, usual) in tests)
        {
            _watchdog.Begin(usual);
            var failed = _program.FirstFailure(test.Class, [test.Name], _ => { });
            var cost = _watchdog.Cost;
            _watchdog.End();
            var (all, isStatic) = _program.Faults.TakeCoverage();
            yield return new TestCoverage(test, cost, all, isStatic, failed is null);
        }
    }

    private Finding Try(int fault, IReadOnlyList<PlannedTest> tests)
    {
        _program.Prepare(tests.Select(test => test.Test.Class));
        _program.Faults.TurnOn(fault);
        var failed = FirstFailure(tests);
        _program.Faults.TurnOff();
        if (failed is null)
        {
            return new Finding(Verdict.Survived, null);
        }

        var again = FirstFailure([failed]);
        return new Finding(again is null ? Verdict.Failed : Verdict.Unclear, failed.Test);
    }

    private PlannedTest? FirstFailure(IReadOnlyList<PlannedTest> tests)
    {
        for (var start = 0; start < tests.Count;)
        {
            var testClass = tests[start].Test.Class;
            var group = tests.Skip(start).TakeWhile(test => test.Test.Class == testClass).ToDictionary(
                test => test.Test.Name);
            start += group.Count;
            _watchdog.Begin(group.Values.First().Usual);
            var failed = _program.FirstFailure(testClass, group.Keys, name => Starting(group[name]));
            _watchdog.End();
            if (failed is not null)
            {
                return group.GetValueOrDefault(failed) ?? group.Values.First();
            }
        }

        return null;
    }

    private void Starting(PlannedTest test)
    {
        _running = test.Test;
        _watchdog.Begin(test.Usual);
    }
}
