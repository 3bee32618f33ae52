using System.Runtime.ExceptionServices;

namespace McMessaging.Sending;

/// <summary>
/// Whether the run goes on. After its end nothing new is sent, and what is in flight is finished. The first reason
/// counts.
/// </summary>
internal sealed class RunAbort(RunName run) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private Exception? _reason;
    private McException? _deferral;

    public CancellationToken Token => _source.Token;

    public Exception? Reason => Volatile.Read(ref _reason);

    /// <summary>Why nothing new can be sent for now, though nothing is wrong with the run.</summary>
    public McException? Deferral => Volatile.Read(ref _deferral);

    /// <summary>Ends the run in order, without a reason that anybody need be told.</summary>
    public void Halt() => _source.Cancel();

    /// <summary>
    /// Ends the run in order because the service will not be had for longer than a request may take. Input is read on:
    /// each recipient gets its result, and the run is told as one to take up again.
    /// </summary>
    public void Defer(McException cause)
    {
        Interlocked.CompareExchange(ref _deferral, cause, null);
        _source.Cancel();
    }

    public void Because(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            _source.Cancel();
        }
    }

    /// <summary>Does what must not keep a recipient from its result; a failure is the reason to end the run.</summary>
    public async ValueTask GuardAsync(Func<ValueTask> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Because(exception);
        }
    }

    /// <summary>The same for what is done at once.</summary>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Because(exception);
        }
    }

    /// <summary>Throws the reason, with what became of all who were read.</summary>
    public void ThrowIfBroken(SendSummary summary)
    {
        if (Reason is McException reason)
        {
            throw SendErrors.WithCounts(reason, summary, run);
        }

        if (Reason is { } other)
        {
            ExceptionDispatchInfo.Throw(other);
        }
    }

    public void Dispose() => _source.Dispose();
}
