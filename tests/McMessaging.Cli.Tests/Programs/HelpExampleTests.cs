namespace McMessaging.Cli.Tests.Programs;

/// <summary>The examples of <c>--help</c> run as they stand, beside the samples and with an account.</summary>
public sealed class HelpExampleTests
{
    private static readonly string[] Samples =
        ["recipients.csv", "recipients.json", "recipients.jsonl", "sms-recipients.csv"];

    private static readonly Lazy<List<(string Command, string Example)>> Found = new(() => [.. ExamplesOf("")]);

    public static TheoryData<string> Commands => [.. CommandsUnder("")];

    public static TheoryData<string> Examples => [.. Found.Value.Select(found => found.Example).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_examples_of_its_own(string command) =>
        Assert.Contains(
            Found.Value,
            found => found.Command == command
                && found.Example.StartsWith($"mcmsg {command}", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    [InlineData("")]
    public async Task Help_fits_a_terminal_of_80_columns(string command)
    {
        using var console = new TestConsole();
        await console.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        // The library breaks its own part at the terminal's width; what stands below it is ours.
        var ours = console.Out.Split('\n').SkipWhile(line => !IsOurs(line)).ToArray();

        Assert.NotEmpty(ours);
        Assert.All(ours, line => Assert.True(line.Length <= 80, line));
    }

    [LinuxTheory]
    [MemberData(nameof(Examples))]
    public async Task An_example_runs(string example)
    {
        using var folder = new TestFolder();
        foreach (var name in Samples)
        {
            File.Copy(Repository.Sample(name), folder.PathOf(name));
        }

        using var sandbox = Sandbox.Start(new SandboxOptions());
        var variables = AccountVariables.Of(sandbox);
        if (example.StartsWith("mcmsg journal", StringComparison.Ordinal)
            || example.StartsWith("mcmsg report", StringComparison.Ordinal))
        {
            await RunAsync(Found.Value.First(found => Writes(found.Example, example.Split(' ')[2])).Example);
        }

        await RunAsync(example);

        async Task RunAsync(string line)
        {
            // Somebody else may have the port; the program ends when it is interrupted, not before.
            if (line.StartsWith("mcmsg sandbox", StringComparison.Ordinal))
            {
                using var server = ChildProgram.Start(variables, line.Replace("8025", "0").Split(' ')[1..]);
                await server.ReadLinesUntilAsync("Ctrl+C stops it.");
                await server.SignalAsync("INT");
                Assert.Equal(0, await server.EndAsync());
                return;
            }

            using var program = ChildProgram.StartLine(line, folder.PathOf("."), variables);
            var exitCode = await program.EndAsync();
            Assert.True(exitCode == 0, $"{line}\n{program.Error}");
        }
    }

    private static bool IsOurs(string line) =>
        line.StartsWith("Credentials", StringComparison.Ordinal) || line == "Examples:";

    private static bool Writes(string example, string file) =>
        example.StartsWith("mcmsg send", StringComparison.Ordinal)
        && (example.Contains($"--journal {file}", StringComparison.Ordinal)
            || example.Contains($"--output {file}", StringComparison.Ordinal));

    private static IEnumerable<string> CommandsUnder(string command) =>
        SectionOf(command, "Commands:")
            .Select(line => $"{command} {line.Split(' ')[0]}".Trim())
            .SelectMany(child => CommandsUnder(child).Prepend(child));

    private static IEnumerable<(string Command, string Example)> ExamplesOf(string root) =>
        from command in CommandsUnder(root).Prepend(root)
        from example in SectionOf(command, "Examples:")
        select (command, example);

    private static string[] SectionOf(string command, string title)
    {
        using var console = new TestConsole();
        var exitCode = console.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(0, exitCode.GetAwaiter().GetResult());
        return console.Out.Replace(" \\\n   ", "", StringComparison.Ordinal).Split('\n')
            .SkipWhile(line => line != title)
            .Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .ToArray();
    }
}
