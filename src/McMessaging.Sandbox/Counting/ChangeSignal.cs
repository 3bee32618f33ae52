namespace McMessaging.Sandboxing.Counting;

/// <summary>Tells those who watch the sandbox that something has changed, however often it did meanwhile.</summary>
internal sealed class ChangeSignal
{
    private readonly object _lock = new();
    private TaskCompletionSource _next = NewSource();
    private long _version;

    /// <summary>Grows with each change.</summary>
    public long Version
    {
        get
        {
            lock (_lock)
            {
                return _version;
            }
        }
    }

    public void Raise()
    {
        TaskCompletionSource raised;
        lock (_lock)
        {
            _version++;
            raised = _next;
            _next = NewSource();
        }

        raised.SetResult();
    }

    /// <summary>Completes as soon as the version is another than the one that was seen.</summary>
    public Task WaitAsync(long seen, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _version == seen ? _next.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
