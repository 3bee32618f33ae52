namespace McMessaging.Cli.Tests.Programs;

/// <summary>
/// Every option that takes a file, with names that a shell or a pattern would take for something else.
/// </summary>
public sealed class PathTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions { DeliveryDelay = TimeSpan.Zero });

    public void Dispose()
    {
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData("with spaces")]
    [InlineData("with [brackets]")]
    [InlineData("with 'quotes' and $HOME")]
    [InlineData("ünïcode İı 測試 عربي 😀")]
    [InlineData("@people")]
    public async Task Files_are_taken_by_their_names_and_no_other_is_made(string name)
    {
        var folder = Directory.CreateDirectory(_folder.PathOf(name)).FullName;
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(
            file + ".csv", "ContactKey,To\n1,a@example.com\n2,nobody\n3,notsent@example.com\n");

        Assert.Equal(1, await RunAsync(
            "send", "email", "--definition", "welcome", "--input", file + ".csv", "--journal", file + ".journal",
            "--rejected", file + ".rejected.csv", "--output", file + ".jsonl"));
        Assert.Equal(0, await RunAsync("journal", file + ".journal"));
        Assert.Equal(0, await RunAsync("report", file + ".jsonl", "--output", file + ".html"));
        Assert.Equal(0, await RunAsync(
            "not-sent", "email", "--checkpoint", file + ".checkpoint", "--output", file + ".not-sent"));

        string[] endings = [".checkpoint", ".csv", ".html", ".journal", ".jsonl", ".not-sent", ".rejected.csv"];
        Assert.Equal(
            endings.Select(ending => name + ending),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(3, File.ReadLines(file + ".jsonl").Count());
        Assert.Equal(2, File.ReadLines(file + ".rejected.csv").Count());
        Assert.Single(File.ReadLines(file + ".not-sent"));
    }

    private async Task<int> RunAsync(params string[] args)
    {
        using var program = ChildProgram.Start(AccountVariables.Of(_sandbox), args);
        return await program.EndAsync();
    }
}
