using System.Globalization;

namespace McMessaging.Fuzz.Tests.Support;

/// <summary>
/// Runs one target through many cases. A case is its seed: the same seed is the same case on any machine.
/// </summary>
internal static class Fuzzing
{
    private const string CasesVariable = "MCMESSAGING_FUZZ_CASES";
    private const string SeedVariable = "MCMESSAGING_FUZZ_SEED";
    private const int DefaultCases = 20_000;
    private const int Targets = 11;

    // What takes longer hangs.
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(30);

    private static int CasesOfEach => NumberOf(CasesVariable, DefaultCases) / Targets;

    /// <summary>Runs all cases of a target; a case that throws fails the test with its seed and its input.</summary>
    /// <param name="target">The name of the target.</param>
    /// <param name="runCase">Runs a case, given its mutator, and gives what it was run with.</param>
    public static async Task RunAsync(string target, Func<Mutator, FuzzInput, Task> runCase)
    {
        var first = NumberOf(SeedVariable, 0);
        for (var seed = first; seed < first + CasesOfEach; seed++)
        {
            var input = new FuzzInput();
            try
            {
                await runCase(new Mutator(seed), input).WaitAsync(LongestCase);
            }
            catch (Exception exception)
            {
                var file = await input.KeepAsync(target, seed);
                Assert.Fail(
                    $"{target}, seed {seed}: {exception.GetType().Name}. The input is in {file}. "
                        + $"Again: {SeedVariable}={seed} {CasesVariable}={Targets}\n{exception}");
            }
        }
    }

    private static int NumberOf(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}

/// <summary>What a case was run with, for the report of a failure.</summary>
internal sealed class FuzzInput
{
    public byte[] Bytes { get; set; } = [];

    public async Task<string> KeepAsync(string target, int seed)
    {
        var file = Path.Combine(
            AppContext.BaseDirectory, string.Create(CultureInfo.InvariantCulture, $"{target}-{seed}.bin"));
        await File.WriteAllBytesAsync(file, Bytes);
        return file;
    }
}
