using McMessaging.Batches;
using McMessaging.Journal;
using McMessaging.Sending;

namespace McMessaging;

/// <summary>One send: input objects in, one result each out, in input order. One caller at a time.</summary>
public sealed class SendOperation : IAsyncDisposable
{
    private readonly RecipientBatcher _batcher;
    private readonly IBatchSender _sender;
    private readonly ResultWriter _writer;
    private readonly SendCounters _counters;
    private readonly SendJournal? _journal;
    private readonly RunAbort _abort;
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _window;
    private Task _tail = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary><paramref name="window"/>: batches under way or waiting for earlier results; bounds memory.</summary>
    internal SendOperation(
        RecipientBatcher batcher,
        IBatchSender sender,
        ResultWriter writer,
        SendCounters counters,
        SendJournal? journal,
        RunAbort abort,
        CancellationTokenSource stop,
        int window)
    {
        _batcher = batcher;
        _sender = sender;
        _writer = writer;
        _counters = counters;
        _journal = journal;
        _abort = abort;
        _stop = stop;
        _window = new SemaphoreSlim(window);
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
        return SendOperationBuilder.BuildAsync(connection, options, reader, host, cancellationToken);
    }

    /// <summary>How many input objects other shards send.</summary>
    public long OtherShards => _counters.OtherShards;

    private bool IsOver => _stop.IsCancellationRequested || _abort.Token.IsCancellationRequested;

    /// <summary>
    /// Begins nothing new from here on: requests in flight go on to their end and are journaled, every other recipient
    /// is <see cref="SendOutcome.Cancelled"/>. May be called from any thread until the operation is disposed of.
    /// </summary>
    public void Halt() => _abort.Halt();

    /// <summary>Adds one input object; waits while as much is under way as the throttle limit allows.</summary>
    /// <exception cref="McException">The run cannot go on. All that was read has its result.</exception>
    /// <exception cref="OperationCanceledException">The token given at the start was cancelled.</exception>
    public ValueTask AddAsync(object? input)
    {
        _stop.Token.ThrowIfCancellationRequested();
        if (_abort.Reason is not null)
        {
            return new ValueTask(CompleteAsync());
        }

        _counters.CountRead();
        try
        {
            _batcher.Add(input);
        }
        catch (Exception exception)
        {
            // The reader is the host's: whatever it throws, those who were read before get their results.
            _abort.Because(exception);
            return new ValueTask(CompleteAsync());
        }

        return _batcher.HasFull ? new ValueTask(DispatchFullAsync()) : ValueTask.CompletedTask;
    }

    /// <summary>
    /// Sends what is left, waits for all responses, hands the errors to the host, one for each kind, and gives the
    /// counts. After a cancellation, too, everything that was read gets its result: <see cref="SendOutcome.Unknown"/>
    /// if its request was out, else <see cref="SendOutcome.Cancelled"/>.
    /// </summary>
    /// <exception cref="McException">The run could not go on. All that was read has its result.</exception>
    public async Task<SendSummary> CompleteAsync()
    {
        _batcher.End();
        await DispatchFullAsync().ConfigureAwait(false);
        await _tail.ConfigureAwait(false);
        await _abort.GuardAsync(() => new(_writer.FinishAsync(IsOver))).ConfigureAwait(false);
        var summary = _batcher.Complete(_counters.Summary());
        await _abort.GuardAsync(() => new(_journal?.CloseAsync(summary, IsOver) ?? Task.CompletedTask))
            .ConfigureAwait(false);
        _abort.ThrowIfBroken(summary);
        await _writer.WriteErrorsAsync(IsOver).ConfigureAwait(false);
        return summary;
    }

    /// <summary>
    /// Ends in order: begins nothing new, and waits until what is in flight is finished and journaled. To end requests
    /// at once, cancel the token given at the start.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Halt();
        _batcher.End();
        await DispatchFullAsync().ConfigureAwait(false);
        await _tail.ConfigureAwait(false);
        await _abort.GuardAsync(() => new(_writer.FinishAsync(IsOver))).ConfigureAwait(false);
        if (_journal is not null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }

        _batcher.Dispose();
        _abort.Dispose();
        _stop.Dispose();
        _window.Dispose();
    }

    private async Task DispatchFullAsync()
    {
        while (_batcher.TakeFull() is { } batch)
        {
            await DispatchAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task DispatchAsync(Batch batch)
    {
        var isConfirmed = batch.SendCount == 0
            || IsOver
            || await _sender.ConfirmAsync(batch).ConfigureAwait(false);
        await _window.WaitAsync().ConfigureAwait(false);
        var previous = _tail;
        // Begun here, so that requests take their places in input order.
        var sending = isConfirmed ? SendAsync(batch) : Task.FromResult(_sender.Decline(batch));
        _tail = Task.Run(() => FinishAsync(batch, sending, previous));
    }

    private async Task FinishAsync(Batch batch, Task<BatchResult> sending, Task previous)
    {
        try
        {
            using (batch)
            {
                var result = await sending.ConfigureAwait(false);
                // Results are written in input order, whatever the order of the responses.
                await previous.ConfigureAwait(false);
                await _abort.GuardAsync(() => new(_writer.WriteAsync(batch, result))).ConfigureAwait(false);
            }
        }
        finally
        {
            _window.Release();
        }
    }

    private async Task<BatchResult> SendAsync(Batch batch)
    {
        try
        {
            return await _sender.SendAsync(batch).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Thrown again to the caller by AddAsync and CompleteAsync.
            _abort.Because(exception);
            return _sender.Break(batch);
        }
    }
}
