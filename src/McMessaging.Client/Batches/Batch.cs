using McMessaging.Endpoints;
using McMessaging.Serialization;

namespace McMessaging.Batches;

/// <summary>Consecutive input objects whose recipients share one request. The body is written once, for all attempts.</summary>
internal sealed class Batch(int initialCapacity) : IDisposable
{
    private readonly List<BatchEntry> _entries = [];
    private readonly List<string> _sentKeys = [];
    private EncodedRequest? _single;

    public IReadOnlyList<BatchEntry> Entries => _entries;

    /// <summary>The keys of the recipients in the body, in the body's order.</summary>
    public IReadOnlyList<string> SentKeys => _sentKeys;

    public int SendCount => _sentKeys.Count;

    public bool CarriesAttributes { get; private set; }

    public PooledBuffer Body { get; } = new(initialCapacity);

    public void AddDecided(RecipientResult result) => _entries.Add(new BatchEntry(result.Index, null, null, null, false, result));

    /// <summary>The path and the body to send: those of the format, or the own ones of a single recipient.</summary>
    public EncodedRequest RequestWith(SendEndpoint endpoint) => _single ?? new EncodedRequest(endpoint.Path, Body.Memory);

    public void AddToSend(BatchEntry entry, ReadOnlySpan<byte> json, bool carriesAttributes, EncodedRequest? single)
    {
        _single = SendCount == 0 ? single : null;
        if (SendCount > 0)
        {
            Body.Append(","u8);
        }

        Body.Append(json);
        _entries.Add(entry);
        _sentKeys.Add(entry.MessageKey!);
        CarriesAttributes |= carriesAttributes;
    }

    public void Dispose() => Body.Dispose();
}
