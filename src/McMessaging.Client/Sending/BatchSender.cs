using McMessaging.Answers;
using McMessaging.Batches;
using McMessaging.Errors;
using McMessaging.Formats;
using McMessaging.Journal;
using McMessaging.Results;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>Sends one batch and says what became of each of its input objects.</summary>
internal sealed class BatchSender(
    RequestFormat format,
    RequestPipeline pipeline,
    SendJournal? journal,
    ResultFactory results,
    Tally tally,
    RunHalt halt,
    CancellationToken stop)
{
    public async Task<BatchReport> SendAsync(Batch batch)
    {
        if (batch.SendCount == 0)
        {
            return Report(batch.Entries.Select(entry => entry.Decided!).ToArray(), null);
        }

        var intended = false;
        (var path, var body) = batch.RequestWith(format);
        var request = new ServiceRequest<BatchAnswer>
        {
            Method = HttpMethod.Post,
            Path = path,
            Body = body,
            Repeatable = format.Repeatable,
            ReadAnswer = answer => ReadAnswer(answer, batch.SentKeys),
            BeforeFirstAttempt = async () =>
            {
                if (journal is null)
                {
                    return;
                }

                await journal.IntendAsync(batch.SentKeys, pipeline.TimeProvider.GetUtcNow()).ConfigureAwait(false);
                intended = true;
            },
        };

        var exchange = await ExchangeAsync(request).ConfigureAwait(false);
        tally.CountRequest(exchange.Attempts);
        var finished = Judge(batch, exchange, out var sent);
        if (intended)
        {
            await RecordAsync(sent).ConfigureAwait(false);
        }

        HaltIfHopeless(exchange);
        return Report(finished, exchange);
    }

    public BatchReport Decline(Batch batch) =>
        Report(batch.Entries.Select(entry => entry.Decided ?? results.Declined(entry)).ToArray(), null);

    private BatchAnswer? ReadAnswer(Http.ServiceAnswer answer, IReadOnlyList<string> sentKeys)
    {
        var read = format.ReadAnswer(answer, sentKeys);
        return answer.IsSuccess || read?.Items.Count > 0 ? read : null;
    }

    private async Task<Exchange<BatchAnswer>> ExchangeAsync(ServiceRequest<BatchAnswer> request)
    {
        try
        {
            return await pipeline.SendAsync(request, halt.Token, stop).ConfigureAwait(false);
        }
        catch (McException exception)
        {
            halt.Because(exception);
            return new Exchange<BatchAnswer> { End = ExchangeEnd.Stopped };
        }
    }

    private SendResult[] Judge(Batch batch, Exchange<BatchAnswer> exchange, out List<SendResult> sent)
    {
        var judge = new OutcomeJudge(exchange, batch.SendCount);
        var all = new SendResult[batch.Entries.Count];
        sent = new List<SendResult>(batch.SendCount);
        for (var i = 0; i < all.Length; i++)
        {
            var entry = batch.Entries[i];
            all[i] = entry.Decided ?? results.Sent(entry, judge.Judge(sent.Count, entry.MayBeTaken), exchange);
            if (entry.Decided is null)
            {
                sent.Add(all[i]);
            }
        }

        return all;
    }

    private async Task RecordAsync(List<SendResult> sent)
    {
        try
        {
            await journal!.RecordAsync(sent).ConfigureAwait(false);
        }
        catch (McException exception)
        {
            halt.Because(exception);
        }
    }

    private void HaltIfHopeless(Exchange<BatchAnswer> exchange)
    {
        var code = exchange.Answer?.ErrorCode ?? exchange.Error?.Code;
        if (exchange.End == ExchangeEnd.Unauthorized)
        {
            halt.Because(exchange.Cause ?? SendErrors.Unauthorized(exchange));
        }
        else if (ServiceCodes.BlamesDefinition(code, exchange.Status))
        {
            halt.Because(SendErrors.BadDefinition(format.DefinitionName, exchange));
        }
    }

    private BatchReport Report(SendResult[] finished, Exchange<BatchAnswer>? exchange) =>
        new(finished, halt.Reason is null ? SendErrors.Of(finished, exchange) : null);
}
