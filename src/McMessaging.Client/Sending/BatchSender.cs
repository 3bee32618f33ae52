using System.Globalization;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Journal;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>Sends one batch and says what became of each of its input objects.</summary>
internal sealed class BatchSender(
    SendEndpoint endpoint,
    RequestSender requests,
    SendJournal? journal,
    ResultFactory results,
    SendCounters counters,
    RunAbort abort,
    IOperationHost host,
    CancellationToken stop) : IBatchSender
{
    public ValueTask<bool> ConfirmAsync(Batch batch, long firstIndex)
    {
        var target = string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Recipients(batch.SendCount)} with definition '{endpoint.DefinitionName}' "
                + $"(input {firstIndex} to {firstIndex + batch.Entries.Count - 1})");
        return host.ShouldProcessAsync(target, endpoint.Action);
    }

    public async Task<BatchResult> SendAsync(Batch batch)
    {
        if (batch.SendCount == 0)
        {
            return new BatchResult(batch.Entries.Select(entry => entry.Decided!).ToArray());
        }

        var intent = journal?.Intend(batch.SentKeys);
        var (path, body) = batch.RequestWith(endpoint);
        var request = new ServiceRequest<BatchResponse>
        {
            Method = HttpMethod.Post,
            Path = path,
            Body = body,
            CanRetryAmbiguous = endpoint.CanRetryAmbiguous,
            ReadResponse = response => endpoint.ReadResponse(response, batch.SentKeys),
            BeforeFirstAttempt = intent is null ? () => Task.CompletedTask : intent.WriteAsync,
        };

        var requestResult = await SendAsync(request).ConfigureAwait(false);
        counters.CountRequest(requestResult.Attempts);
        var finished = MapOutcomes(batch, requestResult, out var sent);
        await RecordAsync(intent, sent).ConfigureAwait(false);
        AbortIfUnusable(requestResult);
        return new BatchResult(finished, requestResult);
    }

    public BatchResult Decline(Batch batch) =>
        new(batch.Entries.Select(entry => entry.Decided ?? results.Declined(entry)).ToArray());

    private async Task<RequestResult<BatchResponse>> SendAsync(ServiceRequest<BatchResponse> request)
    {
        try
        {
            return await requests.SendAsync(request, abort.Token, stop).ConfigureAwait(false);
        }
        catch (McException exception)
        {
            abort.Because(exception);
            return new RequestResult<BatchResponse> { End = RequestEnd.Stopped };
        }
    }

    private RecipientResult[] MapOutcomes(
        Batch batch, RequestResult<BatchResponse> requestResult, out List<RecipientResult> sent)
    {
        var outcomes = new OutcomeMapper(requestResult, batch.SendCount);
        var all = new RecipientResult[batch.Entries.Count];
        sent = new List<RecipientResult>(batch.SendCount);
        for (var i = 0; i < all.Length; i++)
        {
            var entry = batch.Entries[i];
            all[i] = entry.Decided
                ?? results.Sent(entry, outcomes.Map(sent.Count, entry.MayBeTaken), requestResult);
            if (entry.Decided is null)
            {
                sent.Add(all[i]);
            }
        }

        return all;
    }

    private async Task RecordAsync(JournalIntent? intent, List<RecipientResult> sent)
    {
        try
        {
            if (intent is not null)
            {
                await intent.RecordAsync(sent).ConfigureAwait(false);
            }
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
}
