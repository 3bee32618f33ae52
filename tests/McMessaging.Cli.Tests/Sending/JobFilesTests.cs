using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

/// <summary>Files of one job that must not get in each other's way.</summary>
public sealed class JobFilesTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions());
    private readonly TestFolder _folder = new();
    private readonly TestConsole _console = new();
    private readonly string _rejected;

    public JobFilesTests()
    {
        _console.With(_sandbox);
        _rejected = _folder.PathOf("rejected.csv");
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData("--rejected")]
    [InlineData("--journal")]
    public async Task What_is_kept_needs_a_file(string option)
    {
        var input = _folder.PathOf("people.csv");
        await File.WriteAllTextAsync(input, "ContactKey,To\nA,nobody\n");

        Assert.Equal(2, await _console.SendEmailAsync(input, option, "-"));

        Assert.Contains($"{option} needs a file", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--input")]
    [InlineData("--output")]
    public async Task The_unfinished_file_is_neither_input_nor_output(string option)
    {
        const string People = "ContactKey,To\nA,a@example.com\n";
        var unfinished = _rejected + ".partial";
        var input = option == "--input" ? unfinished : _folder.PathOf("people.csv");
        await File.WriteAllTextAsync(input, People);
        string[] output = option == "--output" ? ["--output", unfinished] : [];

        Assert.Equal(2, await _console.SendEmailAsync(input, ["--format", "csv", "--rejected", _rejected, .. output]));

        Assert.Contains($"{option} and the unfinished file of --rejected", _console.Error, StringComparison.Ordinal);
        Assert.Equal(People, await File.ReadAllTextAsync(input));
    }
}
