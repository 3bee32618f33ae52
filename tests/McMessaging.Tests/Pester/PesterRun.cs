namespace McMessaging.Tests.Pester;

/// <summary>
/// Runs all Pester files against the module that was just built, in one PowerShell: an engine of its own for each of
/// them took most of the time.
/// </summary>
public sealed class PesterRun
{
    private const string RunPester = """
        Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
        $configuration = New-PesterConfiguration
        $data = @{ ModulePath = $env:MC_TEST_MODULE }
        $configuration.Run.Container = New-PesterContainer -Path $env:MC_TEST_FOLDER -Data $data
        $configuration.Run.PassThru = $true
        $configuration.Output.RenderMode = 'Plaintext'
        $result = Invoke-Pester -Configuration $configuration
        foreach ($file in $result.Containers) {
            if ($file.Result -eq 'Passed' -and $file.PassedCount -gt 0) { "PASSED $(Split-Path $file.Item -Leaf)" }
        }
        """;

    private readonly Lazy<Task<string>> _output = new(RunAsync);

    public static string Folder => Path.Combine(Repository.Root, "tests", "pester");

    /// <summary>Whether a file had tests that all passed, and what Pester wrote.</summary>
    public async Task<(bool Passed, string Output)> ResultOfAsync(string file)
    {
        var output = await _output.Value;
        return (output.Split('\n').Any(line => line.TrimEnd() == $"PASSED {file}"), output);
    }

    private static async Task<string> RunAsync()
    {
        var (_, output) = await PowerShellProcess.RunAsync(
            RunPester, ("MC_TEST_FOLDER", Folder), ("MC_TEST_MODULE", Repository.Manifest));
        return output;
    }
}
