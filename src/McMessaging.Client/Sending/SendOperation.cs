using System.Globalization;
using McMessaging.Batches;
using McMessaging.Sending;

namespace McMessaging;

/// <summary>One send: input objects in, one result each out, in input order. One caller at a time.</summary>
public sealed class SendOperation : IAsyncDisposable
{
    private readonly SendRun _run;
    private readonly IOperationHost _host;
    private readonly SemaphoreSlim _window;
    private Task _tail = Task.CompletedTask;
    private long _lastOfBatch;
    private bool _isDisposed;

    private SendOperation(SendRun run, IOperationHost host)
    {
        _run = run;
        _host = host;
        _window = new SemaphoreSlim(run.Window);
    }

    /// <summary>Checks the options and opens the journal. Makes no HTTP call.</summary>
    /// <param name="connection">The account; may be <c>null</c> for a preview only.</param>
    /// <param name="options">What to send, and how.</param>
    /// <param name="reader">How input objects are read.</param>
    /// <param name="host">Where results, errors and progress go.</param>
    /// <param name="cancellationToken">Ends the run: waits and requests at once.</param>
    /// <exception cref="McException">An option is wrong, or the journal cannot be used.</exception>
    public static Task<SendOperation> StartAsync(
        Connection? connection,
        SendOptions options,
        IRecordReader reader,
        IOperationHost host,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(host);
        SendOptionsCheck.Check(options);
        connection?.ThrowIfClosed();
        var run = SendRun.Begin(connection, options, reader, host, cancellationToken);
        return Task.FromResult(new SendOperation(run, host));
    }

    /// <summary>Adds one input object; waits while as much is under way as the throttle limit allows.</summary>
    /// <exception cref="McException">The run cannot go on. All that was read has its result.</exception>
    /// <exception cref="OperationCanceledException">The token given at the start was cancelled.</exception>
    public ValueTask AddAsync(object? input)
    {
        _run.Stop.ThrowIfCancellationRequested();
        if (_run.Abort.Reason is not null)
        {
            return new ValueTask(CompleteAsync());
        }

        _run.SendCounters.CountRead();
        var closed = _run.Batcher.Add(input);
        return closed is null && !_run.Batcher.IsFull ? ValueTask.CompletedTask : DispatchFullAsync(closed);
    }

    /// <summary>
    /// Sends what is left, waits for all answers and gives the counts. After a cancellation, too, everything that was
    /// read gets its result: <see cref="SendOutcome.Unknown"/> if its request was out, else <see cref="SendOutcome.Cancelled"/>.
    /// </summary>
    /// <exception cref="McException">The run could not go on. All that was read has its result.</exception>
    public async Task<SendSummary> CompleteAsync()
    {
        if (!_run.Batcher.IsEmpty)
        {
            await DispatchAsync(_run.Batcher.Take()).ConfigureAwait(false);
        }

        await _tail.ConfigureAwait(false);
        await _run.CloseJournalAsync().ConfigureAwait(false);
        _run.ThrowIfAborted();
        return _run.SendCounters.Summary();
    }

    /// <summary>Ends waits and requests at once. What was in flight stays in the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _run.CancelNow();
        await _tail.ConfigureAwait(false);
        await _run.DisposeAsync().ConfigureAwait(false);
        _window.Dispose();
    }

    private async ValueTask DispatchFullAsync(Batch? closed)
    {
        if (closed is not null)
        {
            await DispatchAsync(closed).ConfigureAwait(false);
        }

        if (_run.Batcher.IsFull)
        {
            await DispatchAsync(_run.Batcher.Take()).ConfigureAwait(false);
        }
    }

    private async Task DispatchAsync(Batch batch)
    {
        var goesOn = batch.SendCount == 0 || _run.IsOver || await ConfirmAsync(batch).ConfigureAwait(false);
        _lastOfBatch += batch.Entries.Count;
        await _window.WaitAsync().ConfigureAwait(false);
        var previous = _tail;
        _tail = Task.Run(() => FinishAsync(batch, goesOn, previous));
    }

    private async Task<bool> ConfirmAsync(Batch batch)
    {
        if (_run.Options.PreviewOnly)
        {
            return true;
        }

        var target = string.Create(
            CultureInfo.InvariantCulture,
            $"{batch.SendCount} recipients with definition '{_run.Endpoint.DefinitionName}' (input {_lastOfBatch + 1} to {_lastOfBatch + batch.Entries.Count})");
        return await _host.ShouldProcessAsync(target, _run.Endpoint.Action).ConfigureAwait(false);
    }

    private async Task FinishAsync(Batch batch, bool goesOn, Task previous)
    {
        try
        {
            using (batch)
            {
                var report = _run.Options.PreviewOnly
                    ? null
                    : goesOn ? await _run.Sender.SendAsync(batch).ConfigureAwait(false) : _run.Sender.Decline(batch);
                await previous.ConfigureAwait(false);
                if (report is null)
                {
                    await _run.Writer.PreviewAsync(batch).ConfigureAwait(false);
                }
                else
                {
                    await _run.Writer.WriteAsync(report).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            // Thrown again to the caller by AddAsync and CompleteAsync.
            _run.Abort.Because(exception);
            await previous.ConfigureAwait(false);
        }
        finally
        {
            _window.Release();
        }
    }
}
