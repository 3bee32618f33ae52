using McMessaging.Batches;
using McMessaging.Endpoints;
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
            var attempts = request.Attempts;
            request = await SendAgainAsync(batch, entries, open, outcomes).ConfigureAwait(false);
            request.Attempts += attempts;
            open = OpenPlaces(outcomes);
        }

        return (outcomes, request);
    }

    private static int[] OpenPlaces(RecipientOutcome[] outcomes) =>
        Enumerable.Range(0, outcomes.Length).Where(place => outcomes[place].IsOpen).ToArray();

    private async Task<RequestResult<BatchResponse>> SendAgainAsync(
        Batch batch, BatchEntry[] entries, int[] places, RecipientOutcome[] outcomes)
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
