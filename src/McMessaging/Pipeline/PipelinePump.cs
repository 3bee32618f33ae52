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
    private Task _stopped = Task.CompletedTask;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Cancelled when the user stops the pipeline, when writing to it failed, and at the end.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Adds work without waiting for it.</summary>
    public void Post(Action action)
    {
        if (!_stopping.IsCancellationRequested)
        {
            _work.Add(() => ExecuteUnlessStopped(action));
        }
    }

    /// <summary>Adds work and waits until it is done, or until nothing is written any more.</summary>
    public async ValueTask InvokeAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            action();
            done.SetResult();
        });
        await done.Task.WaitAsync(Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Adds a question and waits for what it returns.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped.</exception>
    public async ValueTask<T> InvokeAsync<T>(Func<T> question)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => result.SetResult(question()));
        return await result.Task.WaitAsync(Stopping).ConfigureAwait(false);
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

    /// <summary>Ends the operation: from here on nothing is written and nobody waits for the pipeline thread.</summary>
    public void Stop()
    {
        if (!_stopping.IsCancellationRequested)
        {
            // Callbacks resume the operation's code, which must not run on the thread that stops the pipeline.
            _stopped = _stopping.CancelAsync();
        }
    }

    public void Dispose()
    {
        Stop();
        _stopped.GetAwaiter().GetResult();
        _stopping.Dispose();
        _work.Dispose();
    }

    private void ExecuteUnlessStopped(Action action)
    {
        if (_stopping.IsCancellationRequested)
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
            _failure = ExceptionDispatchInfo.Capture(exception);
            Stop();
        }
    }

    private void ThrowIfStopped()
    {
        _failure?.Throw();
        _stopping.Token.ThrowIfCancellationRequested();
    }
}
