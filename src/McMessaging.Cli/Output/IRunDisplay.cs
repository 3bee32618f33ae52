namespace McMessaging.Cli.Output;

/// <summary>What is shown while a run goes on.</summary>
internal interface IRunDisplay : IAsyncDisposable
{
    void Report(SendProgress progress);

    void WriteLine(string text);
}
