using System.Runtime.CompilerServices;
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
    private readonly OutcomeMapper _mapper;
    private readonly RequestResult<BatchResponse> _first;
    private Dictionary<int, SettledRecipient>? _later;

    /// <param name="batch">The batch.</param>
    /// <param name="request">Its request, over all its attempts.</param>
    public SettledBatch(Batch batch, RequestResult<BatchResponse> request)
    {
        _sent = batch.Sent;
        _mapper = new OutcomeMapper(request, _sent.Count);
        _first = request;
        LastRequest = request;
        Attempts = request.Attempts;
    }

    public RequestResult<BatchResponse> LastRequest { get; private set; }

    /// <summary>The attempts of all requests.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the first of all attempts began.</summary>
    public DateTimeOffset? FirstSentAt => _first.FirstSentAt;

    /// <summary>What became of a recipient, by its place among those to be sent.</summary>
    public SettledRecipient this[int place] => _later is not null && _later.TryGetValue(place, out var settled)
        ? settled
        : new SettledRecipient(_mapper.Map(place, _sent[place]), _first, _first.Attempts);

    /// <summary>The places of those of whom the service has not said what became of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] OpenPlaces()
    {
        List<int>? open = null;
        for (var place = 0; place < _sent.Count; place++)
        {
            if (this[place].Outcome.IsOpen)
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
            var before = this[places[i]];
            var mayBeTaken = before.Outcome is { Outcome: SendOutcome.Unknown, IsRefusedWithOthers: false };
            _later[places[i]] = new SettledRecipient(
                mapper.Map(i, _sent[places[i]], mayBeTaken), request, before.Attempts + request.Attempts);
        }

        Attempts += request.Attempts;
        LastRequest = request;
    }
}

/// <summary>What became of a recipient, and the requests that told.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Request">The last request that carried it.</param>
/// <param name="Attempts">The attempts of all requests that carried it.</param>
internal readonly record struct SettledRecipient(
    RecipientOutcome Outcome, RequestResult<BatchResponse> Request, int Attempts);
