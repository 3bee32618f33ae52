namespace McMessaging.Benchmarks.Support;

/// <summary>A host that counts the results and drops them.</summary>
internal sealed class SilentHost : IOperationHost
{
    public int Accepted { get; private set; }

    public ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results)
    {
        foreach (var result in results)
        {
            if (result.Outcome == SendOutcome.Accepted)
            {
                Accepted++;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target) => throw error;

    public ValueTask WritePreviewAsync(RequestPreview preview) => ValueTask.CompletedTask;

    public ValueTask<bool> ShouldProcessAsync(string target, string action) => ValueTask.FromResult(true);

    public void WriteVerbose(string message)
    {
    }

    public void ReportProgress(SendProgress progress)
    {
    }
}
