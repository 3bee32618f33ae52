using System.Buffers;
using McMessaging.Endpoints;
using McMessaging.Serialization;

namespace McMessaging.Batches;

/// <summary>
/// Consecutive input objects whose recipients share one request. The body is written once, for all attempts.
/// </summary>
internal sealed class Batch(int initialCapacity) : IDisposable
{
    private readonly List<BatchEntry> _entries = [];
    private readonly List<string> _sentKeys = [];
    private readonly List<Range> _slices = [];
    private EncodedRequest? _single;

    public IReadOnlyList<BatchEntry> Entries => _entries;

    /// <summary>The keys of the recipients in the body, in the body's order.</summary>
    public IReadOnlyList<string> SentKeys => _sentKeys;

    public int SendCount => _sentKeys.Count;

    public bool CarriesAttributes { get; private set; }

    public PooledBuffer Body { get; } = new(initialCapacity);

    public void AddDecided(RecipientResult result) =>
        _entries.Add(new BatchEntry(result.Index, null, null, null) { Decided = result });

    /// <summary>The path and the body to send: those of the endpoint, or a single recipient's own.</summary>
    public EncodedRequest RequestWith(SendEndpoint endpoint) =>
        _single ?? new EncodedRequest(endpoint.Path, Body.Memory);

    /// <summary>A request for some of the recipients: the same bytes for each as in the whole one.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="places">Their places among those to be sent, in order.</param>
    public EncodedRequest RequestFor(SendEndpoint endpoint, IReadOnlyList<int> places)
    {
        if (_single is not null)
        {
            return _single;
        }

        var body = new ArrayBufferWriter<byte>();
        body.Write(endpoint.Frame.Prefix.Span);
        for (var i = 0; i < places.Count; i++)
        {
            body.Write(i == 0 ? [] : ","u8);
            body.Write(Body.Span[_slices[places[i]]]);
        }

        body.Write(endpoint.Frame.Suffix.Span);
        return new EncodedRequest(endpoint.Path, body.WrittenMemory);
    }

    public void AddToSend(BatchEntry entry, ReadOnlySpan<byte> json, bool carriesAttributes, EncodedRequest? single)
    {
        _single = SendCount == 0 ? single : null;
        if (SendCount > 0)
        {
            Body.Append(","u8);
        }

        _slices.Add(new Range(Body.Length, Body.Length + json.Length));
        Body.Append(json);
        _entries.Add(entry);
        _sentKeys.Add(entry.MessageKey!);
        CarriesAttributes |= carriesAttributes;
    }

    public void Dispose() => Body.Dispose();
}
