using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>
/// What became of each recipient of a batch: what its request tells, unless a later request for some of them tells
/// more.
/// </summary>
internal sealed class SettledBatch
{
    private readonly IReadOnlyList<BatchEntry> _sent;
    private readonly OutcomeMapper _first;
    private Dictionary<int, RecipientOutcome>? _later;

    /// <param name="batch">The batch.</param>
    /// <param name="request">Its request, over all its attempts.</param>
    public SettledBatch(Batch batch, RequestResult<BatchResponse> request)
    {
        _sent = batch.Sent;
        _first = new OutcomeMapper(request, _sent.Count);
        Request = request;
    }

    /// <summary>The last request, with the attempts of all.</summary>
    public RequestResult<BatchResponse> Request { get; private set; }

    /// <summary>The outcome of a recipient, by its place among those to be sent.</summary>
    public RecipientOutcome this[int place] =>
        _later is not null && _later.TryGetValue(place, out var outcome) ? outcome : _first.Map(place, _sent[place]);

    /// <summary>The places of those of whom the service has not said what became of them.</summary>
    public int[] OpenPlaces()
    {
        List<int>? open = null;
        for (var place = 0; place < _sent.Count; place++)
        {
            if (this[place].IsOpen)
            {
                (open ??= []).Add(place);
            }
        }

        return open?.ToArray() ?? [];
    }

    /// <summary>Takes what a request for some of the recipients tells of them.</summary>
    public void Learn(int[] places, RequestResult<BatchResponse> request)
    {
        _later ??= [];
        var mapper = new OutcomeMapper(request, places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var mayBeTaken = this[places[i]].Outcome == SendOutcome.Unknown;
            _later[places[i]] = mapper.Map(i, _sent[places[i]], mayBeTaken);
        }

        request.Attempts += Request.Attempts;
        Request = request;
    }
}
