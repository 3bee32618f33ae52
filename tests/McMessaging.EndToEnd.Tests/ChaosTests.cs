using McMessaging.Chaos;
using Xunit.Abstractions;

namespace McMessaging.EndToEnd.Tests;

public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_run_through_faults_and_kills_loses_nothing_and_sends_nothing_twice()
    {
        var seed = Random.Shared.Next(1, 90_000);
        output.WriteLine($"seed {seed}");

        var report = await ChaosRun.ExecuteAsync(new ChaosOptions(Recipients: 1000, BatchSize: 50, Stages: 3, seed));

        output.WriteLine(ChaosReport.Heading);
        output.WriteLine(report.ToString());
        Assert.True(report.Starts > 3, $"The run with seed {seed} was over before it could be stopped.");
        Assert.True(report.IsClean, $"Seed {seed}: {report}");
    }
}
