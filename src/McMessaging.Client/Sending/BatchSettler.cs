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

    // Where all of 500 were taken before, halves cost twice as many requests as there are recipients, eighths a seventh
    // more; where one was, they cost about the same. Nothing but a request for it alone tells of a key.
    private const int Parts = 8;

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
                ? SendInPartsAsync(batch, settled, open)
                : SendAgainAsync(batch, settled, open)).ConfigureAwait(false);
            open = settled.OpenPlaces();
        }

        return settled;
    }

    /// <summary>Whether a whole request was refused for a duplicate key, and nobody knows whose.</summary>
    private static bool BlamesOneOfMany(RequestResult<BatchResponse> request, int[] places) =>
        places.Length > 1
        && request.Response is not { Items.Count: > 0 }
        && request.ErrorCode() == ServiceCodes.DuplicateMessageKey;

    /// <summary>Divides a request until a refusal is about one recipient, and says if it was taken before.</summary>
    private async Task SendInPartsAsync(Batch batch, SettledBatch settled, int[] places)
    {
        foreach (var part in places.Chunk((places.Length + Parts - 1) / Parts))
        {
            await SendAgainAsync(batch, settled, part).ConfigureAwait(false);
            var open = part.Where(place => settled[place].Outcome.IsOpen).ToArray();
            if (BlamesOneOfMany(settled.LastRequest, open))
            {
                await SendInPartsAsync(batch, settled, open).ConfigureAwait(false);
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
            var cause = exception as McException ?? SendErrors.Unexpected(exception);
            abort.Because(cause);
            return new RequestResult<BatchResponse>
            {
                End = RequestEnd.Stopped,
                MayBeTaken = mayBeOut,
                Attempts = mayBeOut ? 1 : 0,
                Cause = cause,
                Description = cause.Message,
            };
        }
    }
}
