namespace McMessaging.Tests.Pester;

/// <summary>Runs the Pester files against the module that was just built, each in a PowerShell of its own.</summary>
public sealed class PesterTests
{
    private const string RunPester = """
        Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
        $configuration = New-PesterConfiguration
        $data = @{ ModulePath = $env:MC_TEST_MODULE }
        $configuration.Run.Container = New-PesterContainer -Path $env:MC_TEST_FILE -Data $data
        $configuration.Run.PassThru = $true
        $configuration.Output.Verbosity = 'Detailed'
        $configuration.Output.RenderMode = 'Plaintext'
        $result = Invoke-Pester -Configuration $configuration
        if ($result.PassedCount -eq 0) { 'No test ran.'; exit 2 }
        exit [int]($result.Result -ne 'Passed')
        """;

    private static string Folder => Path.Combine(Repository.Root, "tests", "pester");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.Tests.ps1").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public async Task All_its_tests_pass(string file)
    {
        var (exitCode, output) = await PowerShellProcess.RunAsync(
            RunPester,
            ("MC_TEST_FILE", Path.Combine(Folder, file)),
            ("MC_TEST_MODULE", Repository.Manifest));

        Assert.True(exitCode == 0, output);
    }
}
