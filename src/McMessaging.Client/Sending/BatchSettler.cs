using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Journal;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>
/// Sends a batch until the service has said of each recipient what became of it: those whom a response leaves out are
/// sent once more, with the same keys, so that nobody gets a message twice.
/// </summary>
internal sealed class BatchSettler(
    SendEndpoint endpoint, RequestSender requests, int maxRetryCount, RunAbort abort, CancellationToken stop)
{
    // A service that leaves somebody out again and again will not tell, however often it is asked.
    private const int MaxRounds = 3;

    public async Task<SettledBatch> SettleAsync(Batch batch, JournalIntent? intent)
    {
        var request = await SendAsync(batch.RequestWith(endpoint), batch.SentKeys, intent, batch.FirstSentAt)
            .ConfigureAwait(false);
        var settled = new SettledBatch(batch, request);
        if (!endpoint.CanRetryAmbiguous)
        {
            return settled;
        }

        var open = settled.OpenPlaces();
        for (var round = 0; round < Math.Min(maxRetryCount, MaxRounds) && open.Length > 0; round++)
        {
            await (BlamesOneOfMany(settled.LastRequest, open)
                ? SendInHalvesAsync(batch, settled, open)
                : SendAgainAsync(batch, settled, open)).ConfigureAwait(false);
            open = settled.OpenPlaces();
        }

        return settled;
    }

    /// <summary>Whether a whole request was refused for a duplicate key, and nobody knows whose.</summary>
    private static bool BlamesOneOfMany(RequestResult<BatchResponse> request, int[] places) =>
        places.Length > 1
        && request.Response is not { Items.Count: > 0 }
        && (request.Response?.ErrorCode ?? request.Error?.Code) == ServiceCodes.DuplicateMessageKey;

    /// <summary>Halves a request until a refusal is about one recipient, and says if it was taken before.</summary>
    private async Task SendInHalvesAsync(Batch batch, SettledBatch settled, int[] places)
    {
        var middle = places.Length / 2;
        foreach (var half in new[] { places[..middle], places[middle..] })
        {
            await SendAgainAsync(batch, settled, half).ConfigureAwait(false);
            var open = half.Where(place => settled[place].Outcome.IsOpen).ToArray();
            if (BlamesOneOfMany(settled.LastRequest, open))
            {
                await SendInHalvesAsync(batch, settled, open).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAgainAsync(Batch batch, SettledBatch settled, int[] places)
    {
        var keys = places.Select(place => batch.SentKeys[place]).ToArray();
        var firstSentAt = batch.FirstSentAt ?? settled.FirstSentAt;
        var request = await SendAsync(batch.RequestFor(endpoint, places), keys, null, firstSentAt, isRetry: true)
            .ConfigureAwait(false);
        settled.Learn(places, request);
    }

    private async Task<RequestResult<BatchResponse>> SendAsync(
        EncodedRequest encoded,
        IReadOnlyList<string> keys,
        JournalIntent? intent,
        DateTimeOffset? firstSentAt,
        bool isRetry = false)
    {
        var mayBeOut = false;
        var request = new ServiceRequest<BatchResponse>
        {
            Method = HttpMethod.Post,
            Path = encoded.Path,
            Body = encoded.Body,
            Recipients = keys.Count,
            IsRetry = isRetry,
            FirstSentAt = firstSentAt,
            CanRetryAmbiguous = endpoint.CanRetryAmbiguous,
            ReadResponse = response => endpoint.ReadResponse(response, keys),
            BeforeFirstAttempt = async () =>
            {
                await (intent?.WriteAsync() ?? Task.CompletedTask).ConfigureAwait(false);
                mayBeOut = true;
            },
        };
        try
        {
            return await requests.SendAsync(request, abort.Token, stop).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever was thrown, each recipient gets a result that is true.
            abort.Because(exception);
            return new RequestResult<BatchResponse>
            {
                End = RequestEnd.Stopped,
                MayBeTaken = mayBeOut,
                Attempts = mayBeOut ? 1 : 0,
                Cause = exception as McException ?? SendErrors.Unexpected(exception),
                Description = exception.Message,
            };
        }
    }
}
