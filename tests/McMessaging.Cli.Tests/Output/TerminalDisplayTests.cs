using McMessaging.Cli.Output;

namespace McMessaging.Cli.Tests.Output;

public sealed class TerminalDisplayTests
{
    [Fact]
    public async Task Lines_are_written_as_they_are_beside_the_progress()
    {
        using var writer = new StringWriter();

        await using (var display = TerminalDisplay.Start(writer, total: 10))
        {
            display.Report(new SendProgress(10, 5, 4, 1, 10, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7)));
            display.WriteLine("1 recipient [rejected]");
        }

        Assert.Contains("1 recipient [rejected]", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("the service asked to wait 7 s", writer.ToString(), StringComparison.Ordinal);
    }
}
