using McMessaging.Endpoints;
using McMessaging.Files;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Rejected;
using McMessaging.Requests;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>Puts a send together from its options.</summary>
internal static class SendOperationBuilder
{
    // A triggered send has one recipient a request, so that a slow one must not hold up the results of many.
    private const int SmallestWindowOfSingles = 1000;

    public static async Task<SendOperation> BuildAsync(
        Connection? connection,
        SendOptions options,
        IRecordReader reader,
        IOperationHost host,
        CancellationToken cancellationToken)
    {
        if (connection is null && !options.PreviewOnly)
        {
            throw new ArgumentNullException(nameof(connection), "Only a preview needs no connection.");
        }

        var timeProvider = connection?.TimeProvider ?? TimeProvider.System;
        var endpoint = EndpointFor(options, reader);
        var journal = await OpenJournalAsync(connection, options, endpoint, timeProvider, cancellationToken)
            .ConfigureAwait(false);
        var runId = journal?.RunId ?? options.RunId ?? NewRunId();
        var keys = new MessageKeys(runId, options.Channel, endpoint.DefinitionName);
        var results = new ResultFactory(endpoint);
        var rejected = await OpenRejectedAsync(options, journal, reader, timeProvider).ConfigureAwait(false);
        var mapper = new RecipientMapper(options.Mapping, options.Channel, reader);
        var run = new RunName(runId, options.Channel, journal is not null, options.PreviewOnly, rejected?.Path);
        var abort = new RunAbort(run);
        host = new HaltingHost(host, abort);
        var earlier = new EarlierOutcome(options, endpoint, journal, results, abort, timeProvider);
        var resume = new ResumeCheck(journal, keys, abort);
        var counters = new SendCounters(timeProvider, ExpectedCount(options));
        var decider = new RecipientDecider(new KeyChoice(keys, journal, earlier, reader), earlier, resume, results);
        var batcher = new RecipientBatcher(
            options, endpoint, mapper, keys, decider, resume, results, counters, rejected);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        RequestLimiter? limiter = null;
        void ReportProgress() => host.ReportProgress(
            counters.Progress(limiter?.PauseRemaining ?? TimeSpan.Zero) with
            {
                RecipientsPerMinute = options.RecipientsPerMinute,
            });
        IBatchSender sender;
        if (options.PreviewOnly)
        {
            sender = new PreviewSender(endpoint, connection?.RestBaseUri);
        }
        else
        {
            limiter = new RequestLimiter(
                options.ThrottleLimit, timeProvider, ReportProgress, RateOf(options, journal, timeProvider));
            var requests = RequestsOf(connection!, options, host, limiter);
            var settler = new BatchSettler(endpoint, requests, options.MaxRetryCount, abort, stop.Token);
            sender = new BatchSender(endpoint, settler, journal, results, counters, abort, host);
        }

        var writer = new ResultWriter(host, counters, rejected, run, abort, ReportProgress);
        return new SendOperation(
            batcher, sender, writer, counters, journal, abort, stop, WindowOf(options, endpoint));
    }

    private static RecipientRate? RateOf(SendOptions options, SendJournal? journal, TimeProvider timeProvider)
    {
        if (options.RecipientsPerMinute is not { } perMinute)
        {
            return null;
        }

        var rate = new RecipientRate(perMinute);
        foreach (var (at, recipients) in journal?.LastMinute ?? [])
        {
            rate.CountEarlier(recipients, timeProvider.GetUtcNow() - at, TimeSpan.Zero);
        }

        return rate;
    }

    private static SendEndpoint EndpointFor(SendOptions options, IRecordReader reader)
    {
        var attributes = AttributeMapper.MapAll(options.Attributes, reader);
        return options.Channel == MessageChannel.Triggered
            ? new TriggeredEndpoint(options, attributes)
            : new MessagesEndpoint(options, attributes);
    }

    private static RequestSender RequestsOf(
        Connection connection, SendOptions options, IOperationHost host, RequestLimiter limiter) => new(
            connection.Transport,
            connection.Tokens,
            limiter,
            new RetryOptions(options.MaxRetryCount, options.Timeout, options.RetryTimeout),
            connection.TimeProvider,
            host.WriteVerbose);

    private static async Task<SendJournal?> OpenJournalAsync(
        Connection? connection,
        SendOptions options,
        SendEndpoint endpoint,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        if (options.JournalPath is null || connection is null)
        {
            return null;
        }

        var header = new JournalHeader(
            options.RunId ?? NewRunId(),
            options.Channel,
            endpoint.DefinitionName,
            connection.Account,
            timeProvider.GetUtcNow())
        {
            Shard = options.Shard?.ToString(),
        };
        var file = new JournalFile(
            options.JournalPath, options.JournalDisk, options.JournalFolderFlush ?? FolderFlush.FlushToDisk);
        return await SendJournal.OpenAsync(
            file, header, isRunIdGiven: options.RunId is not null, timeProvider, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<RejectedRows?> OpenRejectedAsync(
        SendOptions options, SendJournal? journal, IRecordReader reader, TimeProvider timeProvider)
    {
        try
        {
            return RejectedRows.Open(options, journal, reader, timeProvider);
        }
        catch
        {
            if (journal is not null)
            {
                await journal.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    // How many rows a shard has is not known before its end.
    private static long? ExpectedCount(SendOptions options) => options.TotalCount / (options.Shard?.Count ?? 1);

    private static string NewRunId() => Guid.NewGuid().ToString("N");

    private static int WindowOf(SendOptions options, SendEndpoint endpoint) =>
        Math.Max(4 * options.ThrottleLimit, endpoint.MaxRecipients == 1 ? SmallestWindowOfSingles : 0);
}
