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

    /// <returns>The outcome of each recipient that was to be sent, and the last request.</returns>
    public async Task<(RecipientOutcome[] Outcomes, RequestResult<BatchResponse> Request)> SettleAsync(
        Batch batch, JournalIntent? intent)
    {
        var entries = batch.Entries.Where(entry => entry.Decided is null).ToArray();
        var request = await SendAsync(batch.RequestWith(endpoint), batch.SentKeys, intent, isRetry: false)
            .ConfigureAwait(false);
        var mapper = new OutcomeMapper(request, entries.Length);
        var outcomes = entries.Select((entry, place) => mapper.Map(place, entry)).ToArray();
        if (!endpoint.CanRetryAmbiguous)
        {
            return (outcomes, request);
        }

        var open = OpenPlaces(outcomes);
        for (var round = 0; round < Math.Min(maxRetryCount, MaxRounds) && open.Length > 0; round++)
        {
            request = BlamesOneOfMany(request, open)
                ? await SendInHalvesAsync(batch, entries, open, outcomes, request).ConfigureAwait(false)
                : await SendAgainAsync(batch, entries, open, outcomes, request).ConfigureAwait(false);
            open = OpenPlaces(outcomes);
        }

        return (outcomes, request);
    }

    private static int[] OpenPlaces(RecipientOutcome[] outcomes) =>
        Enumerable.Range(0, outcomes.Length).Where(place => outcomes[place].IsOpen).ToArray();

    /// <summary>Whether a whole request was refused for a duplicate key, and nobody knows whose.</summary>
    private static bool BlamesOneOfMany(RequestResult<BatchResponse> request, int[] places) =>
        places.Length > 1
        && request.Response is not { Items.Count: > 0 }
        && (request.Response?.ErrorCode ?? request.Error?.Code) == ServiceCodes.DuplicateMessageKey;

    /// <summary>Halves a request until a refusal is about one recipient, and says if it was taken before.</summary>
    private async Task<RequestResult<BatchResponse>> SendInHalvesAsync(
        Batch batch,
        BatchEntry[] entries,
        int[] places,
        RecipientOutcome[] outcomes,
        RequestResult<BatchResponse> request)
    {
        var middle = places.Length / 2;
        foreach (var half in new[] { places[..middle], places[middle..] })
        {
            request = await SendAgainAsync(batch, entries, half, outcomes, request).ConfigureAwait(false);
            var open = half.Where(place => outcomes[place].IsOpen).ToArray();
            if (BlamesOneOfMany(request, open))
            {
                request = await SendInHalvesAsync(batch, entries, open, outcomes, request).ConfigureAwait(false);
            }
        }

        return request;
    }

    private async Task<RequestResult<BatchResponse>> SendAgainAsync(
        Batch batch,
        BatchEntry[] entries,
        int[] places,
        RecipientOutcome[] outcomes,
        RequestResult<BatchResponse> earlier)
    {
        var keys = places.Select(place => batch.SentKeys[place]).ToArray();
        var request = await SendAsync(batch.RequestFor(endpoint, places), keys, null, isRetry: true)
            .ConfigureAwait(false);
        var mapper = new OutcomeMapper(request, keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var place = places[i];
            var mayBeTaken = entries[place].MayBeTaken || outcomes[place].Outcome == SendOutcome.Unknown;
            outcomes[place] = mapper.Map(i, entries[place] with { MayBeTaken = mayBeTaken });
        }

        request.Attempts += earlier.Attempts;
        return request;
    }

    private async Task<RequestResult<BatchResponse>> SendAsync(
        EncodedRequest encoded, IReadOnlyList<string> keys, JournalIntent? intent, bool isRetry)
    {
        var mayBeOut = false;
        var request = new ServiceRequest<BatchResponse>
        {
            Method = HttpMethod.Post,
            Path = encoded.Path,
            Body = encoded.Body,
            IsRetry = isRetry,
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
