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
    private static readonly FileInfo[][] Halves =
    [
        .. new DirectoryInfo(Folder).GetFiles("*.Tests.ps1")
            .OrderByDescending(file => file.Length)
            .Index()
            .GroupBy(file => file.Index % 2, file => file.Item, (_, files) => files.ToArray()),
    ];

    private readonly Lazy<Task<string>>[] _outputs =
        Array.ConvertAll(Halves, half => new Lazy<Task<string>>(() => RunAsync(half)));

    public static IEnumerable<string> Names => Halves.SelectMany(half => half).Select(file => file.Name);

    private static string Folder => Path.Combine(Repository.Root, "tests", "pester");

    /// <summary>Whether a file had tests that all passed, and what Pester wrote.</summary>
    public async Task<(bool Passed, string Output)> ResultOfAsync(string name)
    {
        var outputs = Array.ConvertAll(_outputs, output => output.Value);
        var output = await outputs[Array.FindIndex(Halves, half => half.Any(file => file.Name == name))];
        return (output.Split('\n').Any(line => line.TrimEnd() == $"PASSED {name}"), output);
    }

    private static async Task<string> RunAsync(FileInfo[] half)
    {
        var files = string.Join('\n', half.Select(file => file.FullName));
        var (_, output) = await PowerShellProcess.RunAsync(
            RunPester, ("MC_TEST_FILES", files), ("MC_TEST_MODULE", Repository.Manifest));
        return output;
    }
}
