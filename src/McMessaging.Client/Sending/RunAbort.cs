namespace McMessaging.Sending;

/// <summary>Whether the run can go on. The first reason against it counts; nothing new is sent after it.</summary>
internal sealed class RunAbort : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private Exception? _reason;

    public CancellationToken Token => _source.Token;

    public Exception? Reason => Volatile.Read(ref _reason);

    public void Because(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            _source.Cancel();
        }
    }

    public void Dispose() => _source.Dispose();
}
