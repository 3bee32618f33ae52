using System.Runtime.ExceptionServices;
using McMessaging.Formats;
using McMessaging.Hosting;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Results;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>The parts of one run, put together.</summary>
internal sealed class SendRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly SendJournal? _journal;
    private readonly RequestPipeline? _pipeline;
    private readonly IOperationHost _host;

    private SendRun(
        Connection? connection, SendOptions options, IRecordReader reader, IOperationHost host, CancellationToken cancellationToken)
    {
        var timeProvider = connection?.TimeProvider ?? TimeProvider.System;
        Options = options;
        Format = options.Channel == MessageChannel.Triggered
            ? new TriggeredFormat(options)
            : new MessagesFormat(options, RecipientMapper.MapAttributes(options.Attributes, reader));
        Tally = new Tally(timeProvider, options.TotalCount);
        Writer = new ReportWriter(host, Tally, Format, connection?.RestBaseUri, ReportProgress);
        _host = host;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _journal = OpenJournal(connection, options, Format, timeProvider);
        var runId = _journal?.RunId ?? options.RunId ?? NewRunId();
        var results = new ResultFactory(Format);
        var mapper = new RecipientMapper(options.Mapping, options.Channel, reader);
        Intake = new RecipientIntake(options, Format, mapper, new MessageKeys(runId), _journal, results, timeProvider);
        if (connection is null)
        {
            return;
        }

        var limits = new RetryOptions(options.MaxRetryCount, options.Timeout, options.RetryTimeout);
        _pipeline = new RequestPipeline(
            connection.Transport, connection.Tokens, limits, options.ThrottleLimit, timeProvider, host.WriteVerbose, ReportProgress);
        Sender = new BatchSender(Format, _pipeline, _journal, results, Tally, Halt, Stop);
    }

    public SendOptions Options { get; }

    public RequestFormat Format { get; }

    public RecipientIntake Intake { get; }

    public BatchSender Sender { get; } = null!;

    public ReportWriter Writer { get; }

    public Tally Tally { get; }

    public RunHalt Halt { get; } = new();

    public CancellationToken Stop => _stop.Token;

    public bool IsOver => _stop.IsCancellationRequested || Halt.Reason is not null;

    /// <summary>Batches that may be under way or wait for an earlier one's results: bounds memory, whatever the input.</summary>
    public int Window => Math.Max(4 * Options.ThrottleLimit, Format.MaxRecipients == 1 ? 1000 : 0);

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

    public void ReportProgress() => _host.ReportProgress(Tally.Progress(_pipeline?.Pause.Remaining ?? TimeSpan.Zero));

    public void CancelNow() => _stop.Cancel();

    public void ThrowIfHalted()
    {
        if (Halt.Reason is { } reason)
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
            Halt.Because(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }

        Intake.Dispose();
        Halt.Dispose();
        _stop.Dispose();
    }

    private static SendJournal? OpenJournal(
        Connection? connection, SendOptions options, RequestFormat format, TimeProvider timeProvider)
    {
        if (options.JournalPath is null || connection is null)
        {
            return null;
        }

        var header = new JournalHeader(
            options.RunId ?? NewRunId(), options.Channel, format.DefinitionName, connection.Account, timeProvider.GetUtcNow());
        return SendJournal.Open(options.OpenJournalFile(options.JournalPath), header, anyRunId: options.RunId is null);
    }

    private static string NewRunId() => Guid.NewGuid().ToString("N");
}
