using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Journal;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>Sends one batch and says what became of each of its input objects.</summary>
internal sealed class BatchSender(
    SendEndpoint endpoint,
    RequestSender pipeline,
    SendJournal? journal,
    ResultFactory results,
    SendCounters counters,
    RunAbort abort,
    CancellationToken stop)
{
    public async Task<BatchResult> SendAsync(Batch batch)
    {
        if (batch.SendCount == 0)
        {
            return Report(batch.Entries.Select(entry => entry.Decided!).ToArray(), null);
        }

        var intended = false;
        (var path, var body) = batch.RequestWith(endpoint);
        var request = new ServiceRequest<BatchResponse>
        {
            Method = HttpMethod.Post,
            Path = path,
            Body = body,
            CanRetryAmbiguous = endpoint.CanRetryAmbiguous,
            ReadResponse = response => ReadResponse(response, batch.SentKeys),
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

        var requestResult = await ExchangeAsync(request).ConfigureAwait(false);
        counters.CountRequest(requestResult.Attempts);
        var finished = Judge(batch, requestResult, out var sent);
        if (intended)
        {
            await RecordAsync(sent).ConfigureAwait(false);
        }

        AbortIfUnusable(requestResult);
        return Report(finished, requestResult);
    }

    public BatchResult Decline(Batch batch) =>
        Report(batch.Entries.Select(entry => entry.Decided ?? results.Declined(entry)).ToArray(), null);

    private BatchResponse? ReadResponse(Http.ServiceResponse response, IReadOnlyList<string> sentKeys)
    {
        var read = endpoint.ReadResponse(response, sentKeys);
        return response.IsSuccess || read?.Items.Count > 0 ? read : null;
    }

    private async Task<RequestResult<BatchResponse>> ExchangeAsync(ServiceRequest<BatchResponse> request)
    {
        try
        {
            return await pipeline.SendAsync(request, abort.Token, stop).ConfigureAwait(false);
        }
        catch (McException exception)
        {
            abort.Because(exception);
            return new RequestResult<BatchResponse> { End = RequestEnd.Stopped };
        }
    }

    private SendResult[] Judge(Batch batch, RequestResult<BatchResponse> requestResult, out List<SendResult> sent)
    {
        var judge = new OutcomeMapper(requestResult, batch.SendCount);
        var all = new SendResult[batch.Entries.Count];
        sent = new List<SendResult>(batch.SendCount);
        for (var i = 0; i < all.Length; i++)
        {
            var entry = batch.Entries[i];
            all[i] = entry.Decided ?? results.Sent(entry, judge.Judge(sent.Count, entry.MayBeTaken), requestResult);
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
            abort.Because(exception);
        }
    }

    private void AbortIfUnusable(RequestResult<BatchResponse> requestResult)
    {
        var code = requestResult.Response?.ErrorCode ?? requestResult.Error?.Code;
        if (requestResult.End == RequestEnd.Unauthorized)
        {
            abort.Because(requestResult.Cause ?? SendErrors.Unauthorized(requestResult));
        }
        else if (ServiceCodes.BlamesDefinition(code, requestResult.Status))
        {
            abort.Because(SendErrors.BadDefinition(endpoint.DefinitionName, requestResult));
        }
    }

    private BatchResult Report(SendResult[] finished, RequestResult<BatchResponse>? requestResult) =>
        new(finished, abort.Reason is null ? SendErrors.Of(finished, requestResult) : null);
}

/// <summary>What became of a batch: one result for each of its input objects, and the error to tell, if any.</summary>
internal sealed record BatchResult(IReadOnlyList<SendResult> Results, McException? Error);
