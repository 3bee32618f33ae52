namespace McMessaging.Cli.Output;

/// <summary>For pipes and logs: no progress bar.</summary>
internal sealed class PlainDisplay(TextWriter writer) : IRunDisplay
{
    public void Report(SendProgress progress)
    {
    }

    public void WriteLine(string text) => writer.WriteLine(text);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
