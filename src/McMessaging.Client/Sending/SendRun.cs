using System.Runtime.ExceptionServices;
using McMessaging.Endpoints;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Requests;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>The parts of one run, put together.</summary>
internal sealed class SendRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly SendJournal? _journal;
    private readonly RequestSender? _pipeline;
    private readonly IOperationHost _host;

    private SendRun(
        Connection? connection, SendOptions options, IRecordReader reader, IOperationHost host, CancellationToken cancellationToken)
    {
        var timeProvider = connection?.TimeProvider ?? TimeProvider.System;
        Options = options;
        Endpoint = options.Channel == MessageChannel.Triggered
            ? new TriggeredEndpoint(options)
            : new MessagesEndpoint(options, RecipientMapper.MapAttributes(options.Attributes, reader));
        SendCounters = new SendCounters(timeProvider, options.TotalCount);
        Writer = new ResultWriter(host, SendCounters, Endpoint, connection?.RestBaseUri, ReportProgress);
        _host = host;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _journal = OpenJournal(connection, options, Endpoint, timeProvider);
        var runId = _journal?.RunId ?? options.RunId ?? NewRunId();
        var results = new ResultFactory(Endpoint);
        var mapper = new RecipientMapper(options.Mapping, options.Channel, reader);
        Batcher = new RecipientBatcher(options, Endpoint, mapper, new MessageKeys(runId), _journal, results, timeProvider);
        if (connection is null)
        {
            return;
        }

        var limits = new RetryOptions(options.MaxRetryCount, options.Timeout, options.RetryTimeout);
        _pipeline = new RequestSender(
            connection.Transport, connection.Tokens, limits, options.ThrottleLimit, timeProvider, host.WriteVerbose, ReportProgress);
        Sender = new BatchSender(Endpoint, _pipeline, _journal, results, SendCounters, Abort, Stop);
    }

    public SendOptions Options { get; }

    public SendEndpoint Endpoint { get; }

    public RecipientBatcher Batcher { get; }

    public BatchSender Sender { get; } = null!;

    public ResultWriter Writer { get; }

    public SendCounters SendCounters { get; }

    public RunAbort Abort { get; } = new();

    public CancellationToken Stop => _stop.Token;

    public bool IsOver => _stop.IsCancellationRequested || Abort.Reason is not null;

    /// <summary>Batches that may be under way or wait for an earlier one's results: bounds memory, whatever the input.</summary>
    public int Window => Math.Max(4 * Options.ThrottleLimit, Endpoint.MaxRecipients == 1 ? 1000 : 0);

    public static SendRun Begin(
        Connection? connection, SendOptions options, IRecordReader reader, IOperationHost host, CancellationToken cancellationToken)
    {
        if (connection is null && !options.PreviewOnly)
        {
            throw new McException(
                "NoConnection", McErrorCategory.InvalidOperation, "There is no connection to send with.", "Connect first, with Connect-McAccount.");
        }

        return new SendRun(connection, options, reader, host, cancellationToken);
    }

    public void ReportProgress() => _host.ReportProgress(SendCounters.Progress(_pipeline?.Pause.Remaining ?? TimeSpan.Zero));

    public void CancelNow() => _stop.Cancel();

    public void ThrowIfAborted()
    {
        if (Abort.Reason is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    public async Task CloseJournalAsync()
    {
        if (_journal is null)
        {
            return;
        }

        try
        {
            await _journal.FlushAsync().ConfigureAwait(false);
        }
        catch (McException exception)
        {
            Abort.Because(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }

        Batcher.Dispose();
        Abort.Dispose();
        _stop.Dispose();
    }

    private static SendJournal? OpenJournal(
        Connection? connection, SendOptions options, SendEndpoint endpoint, TimeProvider timeProvider)
    {
        if (options.JournalPath is null || connection is null)
        {
            return null;
        }

        var header = new JournalHeader(
            options.RunId ?? NewRunId(), options.Channel, endpoint.DefinitionName, connection.Account, timeProvider.GetUtcNow());
        return SendJournal.Open(new JournalFile(options.JournalPath, options.JournalDisk), header, anyRunId: options.RunId is null);
    }

    private static string NewRunId() => Guid.NewGuid().ToString("N");
}
