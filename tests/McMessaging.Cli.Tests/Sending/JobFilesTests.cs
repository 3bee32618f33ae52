using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

/// <summary>Files of one job that must not get in each other's way.</summary>
public sealed class JobFilesTests : SandboxTest
{
    private readonly string _rejected;

    public JobFilesTests() => _rejected = Folder.PathOf("rejected.csv");

    [Theory]
    [InlineData("--rejected", "-")]
    [InlineData("--journal", "-")]
    [InlineData("--rejected", "/dev/stdout")]
    public async Task What_is_kept_needs_a_file(string option, string path)
    {
        var input = Folder.PathOf("people.csv");
        await File.WriteAllTextAsync(input, "ContactKey,To\nA,nobody\n");

        Assert.Equal(2, await Console.SendEmailAsync(input, option, path));

        Assert.Contains($"{option} needs a file", Console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--input")]
    [InlineData("--output")]
    public async Task The_unfinished_file_is_neither_input_nor_output(string option)
    {
        const string People = "ContactKey,To\nA,a@example.com\n";
        var unfinished = _rejected + ".partial";
        var input = option == "--input" ? unfinished : Folder.PathOf("people.csv");
        await File.WriteAllTextAsync(input, People);
        string[] output = option == "--output" ? ["--output", unfinished] : [];

        Assert.Equal(2, await Console.SendEmailAsync(input, ["--format", "csv", "--rejected", _rejected, .. output]));

        Assert.Contains($"{option} and the unfinished file of --rejected", Console.Error, StringComparison.Ordinal);
        Assert.Equal(People, await File.ReadAllTextAsync(input));
    }
}
