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
    public ValueTask<bool> ConfirmAsync(Batch batch)
    {
        var target = string.Create(
            CultureInfo.InvariantCulture,
            $"{CountWords.Recipients(batch.SendCount)} with definition '{endpoint.DefinitionName}' "
                + $"(input {batch.Places.First} to {batch.Places.Last})");
        return host.ShouldProcessAsync(target, endpoint.Action);
    }

    public async Task<BatchResult> SendAsync(Batch batch)
    {
        if (batch.SendCount == 0)
        {
            return new BatchResult(batch.Decided);
        }

        var intent = journal?.Intend(batch.SentKeys);
        var settled = await settler.SettleAsync(batch, intent).ConfigureAwait(false);
        counters.CountRequest(settled.Attempts);
        var sent = new RecipientResult[batch.SendCount];
        var all = batch.Results(place => sent[place] = ResultOf(batch.Sent[place], settled[place]));
        await abort.GuardAsync(() => new(intent?.RecordAsync(sent) ?? Task.CompletedTask)).ConfigureAwait(false);
        AbortIfUnusable(settled.LastRequest);
        return new BatchResult(all, settled.LastRequest);
    }

    public BatchResult Decline(Batch batch) => new(batch.Results(place => results.Declined(batch.Sent[place])));

    public BatchResult Break(Batch batch) => new(batch.Results(place => results.Broken(batch.Sent[place])));

    private RecipientResult ResultOf(BatchEntry entry, SettledRecipient settled)
    {
        if (settled.Outcome.IsFromElsewhere)
        {
            counters.CountTakenElsewhere();
        }

        return results.Sent(entry, settled);
    }

    private void AbortIfUnusable(RequestResult<BatchResponse> requestResult)
    {
        var code = requestResult.Response?.ErrorCode ?? requestResult.Error?.Code;
        if (requestResult.End == RequestEnd.Unauthorized)
        {
            abort.Because(requestResult.Cause ?? SendErrors.Unauthorized(requestResult));
        }
        else if (requestResult.End is RequestEnd.RateLimited or RequestEnd.NoToken)
        {
            abort.Defer(requestResult.Cause!);
        }
        else if (ServiceCodes.BlamesDefinition(code, requestResult.Status))
        {
            abort.Because(SendErrors.BadDefinition(endpoint.DefinitionName, requestResult));
        }
    }
}
