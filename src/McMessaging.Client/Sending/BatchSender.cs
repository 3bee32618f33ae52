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
    BatchSettler settler,
    SendJournal? journal,
    ResultFactory results,
    SendCounters counters,
    RunAbort abort,
    IOperationHost host) : IBatchSender
{
    public ValueTask<bool> ConfirmAsync(Batch batch, long firstIndex)
    {
        var target = string.Create(
            CultureInfo.InvariantCulture,
            $"{CountWords.Recipients(batch.SendCount)} with definition '{endpoint.DefinitionName}' "
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
        var (outcomes, request) = await settler.SettleAsync(batch, intent).ConfigureAwait(false);
        counters.CountRequest(request.Attempts);
        counters.CountTakenElsewhere(outcomes.Count(outcome => outcome.IsFromElsewhere));
        var finished = MakeResults(batch, outcomes, request, out var sent);
        await abort.GuardAsync(() => new(intent?.RecordAsync(sent) ?? Task.CompletedTask)).ConfigureAwait(false);
        AbortIfUnusable(request);
        return new BatchResult(finished, request);
    }

    public BatchResult Decline(Batch batch) =>
        new(batch.Entries.Select(entry => entry.Decided ?? results.Declined(entry)).ToArray());

    public BatchResult Break(Batch batch) =>
        new(batch.Entries.Select(entry => entry.Decided ?? results.Broken(entry)).ToArray());

    private RecipientResult[] MakeResults(
        Batch batch,
        RecipientOutcome[] outcomes,
        RequestResult<BatchResponse> request,
        out List<RecipientResult> sent)
    {
        var all = new RecipientResult[batch.Entries.Count];
        sent = new List<RecipientResult>(batch.SendCount);
        for (var i = 0; i < all.Length; i++)
        {
            var entry = batch.Entries[i];
            all[i] = entry.Decided ?? results.Sent(entry, outcomes[sent.Count], request);
            if (entry.Decided is null)
            {
                sent.Add(all[i]);
            }
        }

        return all;
    }

    private void AbortIfUnusable(RequestResult<BatchResponse> requestResult)
    {
        var code = requestResult.Response?.ErrorCode ?? requestResult.Error?.Code;
        if (requestResult.End == RequestEnd.Unauthorized)
        {
            abort.Because(requestResult.Cause ?? SendErrors.Unauthorized(requestResult));
        }
        else if (requestResult.End == RequestEnd.RateLimited)
        {
            abort.Because(requestResult.Cause!);
        }
        else if (ServiceCodes.BlamesDefinition(code, requestResult.Status))
        {
            abort.Because(SendErrors.BadDefinition(endpoint.DefinitionName, requestResult));
        }
    }
}
