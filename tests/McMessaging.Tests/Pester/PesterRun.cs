namespace McMessaging.Tests.Pester;

/// <summary>
/// Runs all Pester files against the module that was just built, half of them in one PowerShell and half in another: an
/// engine of its own for each file took most of the time.
/// </summary>
public sealed class PesterRun
{
    private const string RunPester = """
        Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
        $configuration = New-PesterConfiguration
        $data = @{ ModulePath = $env:MC_TEST_MODULE }
        $configuration.Run.Container = New-PesterContainer -Path ($env:MC_TEST_FILES -split "`n") -Data $data
        $configuration.Run.PassThru = $true
        $configuration.Output.RenderMode = 'Plaintext'
        $result = Invoke-Pester -Configuration $configuration
        foreach ($file in $result.Containers) {
            if ($file.Result -eq 'Passed' -and $file.PassedCount -gt 0) { "PASSED $(Split-Path $file.Item -Leaf)" }
        }
        """;

    // Long files take long, so that both halves take about the same time.
    private static readonly FileInfo[] Files =
        [.. new DirectoryInfo(Folder).GetFiles("*.Tests.ps1").OrderByDescending(file => file.Length)];

    private readonly Lazy<Task<string>>[] _halves =
        [.. Enumerable.Range(0, 2).Select(half => new Lazy<Task<string>>(() => RunAsync(half)))];

    public static IEnumerable<string> Names => Files.Select(file => file.Name);

    private static string Folder => Path.Combine(Repository.Root, "tests", "pester");

    /// <summary>Whether a file had tests that all passed, and what Pester wrote.</summary>
    public async Task<(bool Passed, string Output)> ResultOfAsync(string name)
    {
        var halves = Array.ConvertAll(_halves, half => half.Value);
        var output = await halves[Array.FindIndex(Files, file => file.Name == name) % halves.Length];
        return (output.Split('\n').Any(line => line.TrimEnd() == $"PASSED {name}"), output);
    }

    private static async Task<string> RunAsync(int half)
    {
        var files = Files.Where((_, place) => place % 2 == half).Select(file => file.FullName);
        var (_, output) = await PowerShellProcess.RunAsync(
            RunPester, ("MC_TEST_FILES", string.Join('\n', files)), ("MC_TEST_MODULE", Repository.Manifest));
        return output;
    }
}
