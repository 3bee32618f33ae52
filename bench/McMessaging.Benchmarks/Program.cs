using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using McMessaging.Benchmarks.Allocations;

// "--allocations [recipients]" prints the allocations of whole sends; anything else goes to BenchmarkDotNet.
if (args is ["--allocations", .. var rest])
{
    var recipients = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 100_000;
    await AllocationTable.PrintAsync(recipients);
    return;
}

// In this process: a generated project would not find the central package versions of this repository.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
    .Run(args, DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default));
