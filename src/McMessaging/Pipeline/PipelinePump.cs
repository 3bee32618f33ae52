using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace McMessaging.Commands;

/// <summary>Runs the work of other threads on the pipeline thread, which alone may write to the pipeline.</summary>
/// <param name="isStopping">
/// Whether the pipeline is being stopped: PowerShell does not tell a cmdlet behind <c>Select-Object -First</c>.
/// </param>
internal sealed class PipelinePump(Func<bool> isStopping) : IDisposable
{
    private static readonly TimeSpan StopInterval = TimeSpan.FromMilliseconds(200);
    private readonly BlockingCollection<Action> _work = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationTokenSource _interrupted = new();
    private readonly object _lock = new();
    private Task _cancelled = Task.CompletedTask;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Cancelled when the user stops the pipeline, when writing to it failed, and at the end.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>
    /// Cancelled when the user stops the pipeline, and then only: where nobody wants more output, or a later command
    /// failed, a send that is in flight is finished.
    /// </summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Whether nothing is written any more.</summary>
    public bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Adds work without waiting for it. If it fails, results are still written.</summary>
    public void Post(Action action) => Add(() => Execute(action, () => Cancel(_stopping)));

    /// <summary>Adds work and waits until it is done, or until nothing is written any more.</summary>
    public async ValueTask InvokeAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Action work = () =>
        {
            action();
            done.SetResult();
        };
        Add(() => Execute(work, Close));
        await done.Task.WaitAsync(_closed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Adds a question and waits for what it returns.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped.</exception>
    public async ValueTask<T> InvokeAsync<T>(Func<T> question)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Action work = () => result.SetResult(question());
        Add(() => Execute(work, Close));
        return await result.Task.WaitAsync(_closed.Token).ConfigureAwait(false);
    }

    /// <summary>Does the work that waits, on the pipeline thread.</summary>
    public void Drain()
    {
        while (_work.TryTake(out var action))
        {
            action();
        }

        ThrowIfStopped();
    }

    /// <summary>Does work on the pipeline thread until the task has ended; throws what it threw.</summary>
    public void Run(Task task)
    {
        var ended = false;
        task.ContinueWith(
            _ => _work.Add(() => ended = true),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        while (!ended)
        {
            if (_work.TryTake(out var action, StopInterval))
            {
                action();
            }
            else if (isStopping())
            {
                Stop();
            }
        }

        ThrowIfStopped();
        task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for what goes on after the end of all output, and hears a stop meanwhile.</summary>
    public void WaitFor(Task task)
    {
        while (Task.WaitAny([task], StopInterval) < 0)
        {
            if (isStopping())
            {
                Stop();
            }
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the operation at once.</summary>
    public void Stop()
    {
        Close();
        Cancel(_interrupted);
    }

    /// <summary>From here on nothing is written and nobody waits for the pipeline thread.</summary>
    public void Close()
    {
        Cancel(_stopping);
        Cancel(_closed);
    }

    public void Dispose()
    {
        Stop();
        _cancelled.GetAwaiter().GetResult();
        _stopping.Dispose();
        _closed.Dispose();
        _interrupted.Dispose();
        _work.Dispose();
    }

    private void Add(Action action)
    {
        if (!IsClosed)
        {
            _work.Add(action);
        }
    }

    private void Cancel(CancellationTokenSource source)
    {
        lock (_lock)
        {
            if (!source.IsCancellationRequested)
            {
                // Callbacks resume the operation's code, which must not run on the thread that stops the pipeline.
                _cancelled = Task.WhenAll(_cancelled, source.CancelAsync());
            }
        }
    }

    private void Execute(Action action, Action afterFailure)
    {
        if (IsClosed)
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception exception)
        {
            // Thrown again on the pipeline thread, unwrapped, once the operation has ended.
            _failure ??= ExceptionDispatchInfo.Capture(exception);
            afterFailure();
        }
    }

    private void ThrowIfStopped()
    {
        _failure?.Throw();
        _stopping.Token.ThrowIfCancellationRequested();
    }
}
