using McMessaging.Mutation;

namespace McMessaging.Tests.Mutation;

/// <summary>Which tests a fault meets, and in which order.</summary>
public sealed class TestPlanTests : IDisposable
{
    private static readonly Fault Fault = new(7, "Retrying/Backoff.cs", 1, "Kind", "a", "b");

    private readonly string _path = Path.GetTempFileName();
    private readonly TrialMemory _memory;

    public TestPlanTests() => _memory = TrialMemory.Open(_path);

    [Fact]
    public void Those_of_the_same_name_come_first_then_those_of_the_same_folder() => Assert.Equal(
        ["Client.Tests.Retrying.BackoffLimitTests", "Client.Tests.Retrying.MomentTests", "Client.Tests.Keys.KeyTests"],
        Nearest(
            Covering("Client.Tests.Keys.KeyTests"),
            Covering("Client.Tests.Retrying.MomentTests"),
            Covering("Client.Tests.Retrying.BackoffLimitTests")));

    [Fact]
    public void Slow_ones_come_last() => Assert.Equal(
        ["Client.Tests.Keys.KeyTests", "Client.Tests.Retrying.BackoffTests"],
        Nearest(Covering("Client.Tests.Retrying.BackoffTests", seconds: 0.6), Covering("Client.Tests.Keys.KeyTests")));

    [Fact]
    public void The_nearest_take_seconds_and_all_take_more()
    {
        var plan = Plan([.. Enumerable.Range(0, 100).Select(number => Covering($"Tests.T{number}", seconds: 0.25))]);

        Assert.Equal(6, plan.Nearest(Fault).Count);
        Assert.Equal(24, plan.All(Fault).Count);
    }

    [Fact]
    public void The_one_that_noticed_it_last_time_comes_first_even_if_it_is_slow()
    {
        var (near, far) = (Covering("Client.Tests.Retrying.BackoffTests"), Covering("Client.Tests.Keys.KeyTests", 0.6));
        _memory.Keep(Fault, new Finding(Verdict.Failed, far.Test));
        _memory.Dispose();
        using var memory = TrialMemory.Open(_path);

        Assert.Equal(far.Test, new TestPlan([near, far], [Fault], memory).Nearest(Fault)[0].Test);
    }

    [Fact]
    public void One_that_does_not_come_across_the_fault_is_not_run() =>
        Assert.Empty(Nearest(Covering("Client.Tests.Retrying.BackoffTests") with { Faults = [8] }));

    [Fact]
    public void One_that_fails_without_a_fault_is_not_run() =>
        Assert.Empty(Nearest(Covering("Client.Tests.Retrying.BackoffTests") with { IsPassed = false }));

    [Fact]
    public void A_fault_that_works_once_in_a_process_meets_all_those_first_that_come_to_its_file()
    {
        var plan = Plan(
            Covering("Tests.Elsewhere") with { Faults = [9] },
            Covering("Tests.First") with { StaticFaults = [7] },
            Covering("Tests.Second") with { Faults = [8] });

        Assert.True(plan.IsStatic(Fault));
        Assert.Equal(
            ["Tests.First", "Tests.Second", "Tests.Elsewhere"],
            plan.All(Fault).Select(test => test.Test.Class));
    }

    public void Dispose()
    {
        _memory.Dispose();
        File.Delete(_path);
    }

    private string[] Nearest(params TestCoverage[] tests) =>
        [.. Plan(tests).Nearest(Fault).Select(test => test.Test.Class)];

    private TestPlan Plan(params TestCoverage[] tests) => new(tests, [Fault, Fault with { Id = 8 }], _memory);

    private static TestCoverage Covering(string testClass, double seconds = 0.01) =>
        new(new TestName(testClass, testClass + ".It_works"), new TestCost(seconds, 0), [7], [], IsPassed: true);
}
