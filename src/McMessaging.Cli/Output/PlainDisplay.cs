using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Output;

/// <summary>For pipes, logs and dry runs: no progress bar.</summary>
internal sealed class PlainDisplay(CliConsole console) : IRunDisplay
{
    public void Report(SendProgress progress)
    {
    }

    public void WriteLine(string text) => console.WriteErrorLine(text);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
