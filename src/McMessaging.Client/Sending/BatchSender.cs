using System.Globalization;
using System.Runtime.CompilerServices;
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
            return new BatchResult(batch.InInputOrder([]));
        }

        var intent = journal?.Intend(batch.SentKeys);
        var settled = await settler.SettleAsync(batch, intent).ConfigureAwait(false);
        counters.CountRequest(settled.Attempts);
        var sent = ResultsOf(batch.Sent, settled);
        await abort.GuardAsync(() => new(intent?.RecordAsync(sent) ?? Task.CompletedTask)).ConfigureAwait(false);
        AbortIfUnusable(settled.LastRequest);
        return new BatchResult(batch.InInputOrder(sent), settled.LastRequest);
    }

    public BatchResult Decline(Batch batch) => new(batch.InInputOrder([.. batch.Sent.Select(results.Declined)]));

    public BatchResult Break(Batch batch) => new(batch.InInputOrder([.. batch.Sent.Select(results.Broken)]));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientResult[] ResultsOf(IReadOnlyList<BatchEntry> sent, SettledBatch settled)
    {
        var made = new RecipientResult[sent.Count];
        for (var place = 0; place < made.Length; place++)
        {
            var one = settled[place];
            if (one.Outcome.IsFromElsewhere)
            {
                counters.CountTakenElsewhere();
            }

            made[place] = results.Sent(sent[place], one);
        }

        return made;
    }

    private void AbortIfUnusable(RequestResult<BatchResponse> requestResult)
    {
        if (requestResult.End == RequestEnd.Unauthorized)
        {
            abort.Because(requestResult.Cause ?? SendErrors.Unauthorized(requestResult));
        }
        else if (requestResult.End is RequestEnd.RateLimited or RequestEnd.NoToken)
        {
            abort.Defer(requestResult.Cause!);
        }
        else if (ServiceCodes.BlamesDefinition(requestResult.ErrorCode(), requestResult.Status))
        {
            abort.Because(SendErrors.BadDefinition(endpoint.DefinitionName, requestResult));
        }
    }
}
