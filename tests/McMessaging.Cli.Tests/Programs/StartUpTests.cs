namespace McMessaging.Cli.Tests.Programs;

public sealed class StartUpTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private static readonly string[] Needed =
        ["mcmsg.dll", "mcmsg.runtimeconfig.json", "System.CommandLine.dll", "McMessaging.Client.dll"];

    [Theory]
    [InlineData("--help")]
    [InlineData("send email --help")]
    [InlineData("sandbox --help")]
    [InlineData("--version")]
    public async Task Help_needs_neither_the_console_nor_the_CSV_library_nor_the_sandbox(string args)
    {
        using var folder = new TestFolder();
        foreach (var name in Needed)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), folder.PathOf(name));
        }

        using var program = ChildProgram.StartFile(folder.PathOf("mcmsg.dll"), NoVariables, args.Split(' '));

        Assert.Equal(0, await program.EndAsync());
        Assert.Empty(program.Error);
        Assert.NotEmpty(program.Out);
    }
}
