namespace McMessaging.Tests.Pester;

public sealed class PesterTests(PesterRun run) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files => [.. PesterRun.Names.Order(StringComparer.Ordinal)];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public async Task All_tests_of_a_file_pass(string file)
    {
        var (passed, output) = await run.ResultOfAsync(file);

        Assert.True(passed, output);
    }
}
