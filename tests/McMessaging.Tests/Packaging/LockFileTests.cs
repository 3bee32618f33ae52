namespace McMessaging.Tests.Packaging;

/// <summary>What is built is what was tested: each package is that of the lock files, down to its contents.</summary>
public sealed class LockFileTests
{
    [Fact]
    public void Every_project_has_a_lock_file() => Assert.Empty(
        from folder in new[] { "src", "tests", "bench", "tools" }
        from project in Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
        where !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))
        select project);

    [Theory]
    [InlineData(".ci/run")]
    [InlineData(".github/workflows/ci.yml")]
    public void Every_check_restores_by_the_lock_files_and_looks_for_vulnerable_packages(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));

        Assert.Contains("dotnet restore --locked-mode", text, StringComparison.Ordinal);
        Assert.Contains("tools/check-packages.sh", text, StringComparison.Ordinal);
        Assert.Contains("dotnet test --no-restore", text, StringComparison.Ordinal);
    }
}
