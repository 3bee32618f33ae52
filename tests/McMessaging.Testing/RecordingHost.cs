namespace McMessaging.Testing;

/// <summary>A host that keeps all it is given.</summary>
public sealed class RecordingHost : IOperationHost
{
    private readonly object _lock = new();

    public List<RecipientResult> Results { get; } = [];

    public List<(McException Error, IReadOnlyList<RecipientResult> Target)> Errors { get; } = [];

    public List<RequestPreview> Previews { get; } = [];

    public List<string> Verbose { get; } = [];

    public List<SendProgress> Progress { get; } = [];

    /// <summary>Results and errors in the order in which they came.</summary>
    public List<string> Order { get; } = [];

    public List<string> Questions { get; } = [];

    public Func<string, bool> Confirm { get; set; } = _ => true;

    public Func<IReadOnlyList<RecipientResult>, Task> OnResults { get; set; } = _ => Task.CompletedTask;

    public Action OnVerbose { get; set; } = () => { };

    public Action OnProgress { get; set; } = () => { };

    public Action OnError { get; set; } = () => { };

    public async ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results)
    {
        lock (_lock)
        {
            Results.AddRange(results);
            Order.Add("results");
        }

        await OnResults(results);
    }

    public ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target)
    {
        lock (_lock)
        {
            Errors.Add((error, target));
            Order.Add("error");
        }

        OnError();
        return ValueTask.CompletedTask;
    }

    public ValueTask WritePreviewAsync(RequestPreview preview)
    {
        lock (_lock)
        {
            Previews.Add(preview);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ShouldProcessAsync(string target, string action)
    {
        lock (_lock)
        {
            Questions.Add($"{action}: {target}");
        }

        return ValueTask.FromResult(Confirm(target));
    }

    public void WriteVerbose(string message)
    {
        lock (_lock)
        {
            Verbose.Add(message);
        }

        OnVerbose();
    }

    public void ReportProgress(SendProgress progress)
    {
        lock (_lock)
        {
            Progress.Add(progress);
        }

        OnProgress();
    }
}
