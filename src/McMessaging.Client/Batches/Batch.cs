using System.Buffers;
using System.Runtime.CompilerServices;
using McMessaging.Endpoints;
using McMessaging.Serialization;

namespace McMessaging.Batches;

/// <summary>
/// Consecutive input objects whose recipients share one request. The body is written once, for all attempts.
/// </summary>
/// <param name="initialBytes">The room for the body to begin with.</param>
/// <param name="initialEntries">The room for entries to begin with.</param>
internal sealed class Batch(int initialBytes, int initialEntries) : IDisposable
{
    /// <summary>A batch with more than these is likely to have many: its lists grow at once, not by and by.</summary>
    public const int FewEntries = 32;

    private const int ManyEntries = 500;
    private readonly List<BatchEntry> _sent = new(initialEntries);
    private readonly List<RecipientResult> _decided = [];
    private readonly List<string> _sentKeys = new(initialEntries);
    private readonly List<Range> _slices = new(initialEntries);
    private EncodedRequest? _single;

    /// <summary>How many input objects it has, those included to which nothing is sent.</summary>
    public int Count => _sent.Count + _decided.Count;

    /// <summary>The recipients in the body, in the body's order.</summary>
    public IReadOnlyList<BatchEntry> Sent => _sent;

    /// <summary>The keys of the recipients in the body, in the body's order.</summary>
    public IReadOnlyList<string> SentKeys => _sentKeys;

    public int SendCount => _sentKeys.Count;

    public bool CarriesAttributes { get; private set; }

    /// <summary>When the first of its recipients was sent that an earlier run sent, if there are such.</summary>
    public DateTimeOffset? FirstSentAt { get; private set; }

    /// <summary>The input objects, in their order, where rejected rows are kept.</summary>
    public InputRows? Rows { get; init; }

    /// <summary>The places in the input, from 1, of the first and the last; others' may stand between.</summary>
    public (long First, long Last) Places => (_sent.Count, _decided.Count) switch
    {
        (_, 0) => (_sent[0].Index, _sent[^1].Index),
        (0, _) => (_decided[0].Index, _decided[^1].Index),
        _ => (Math.Min(_sent[0].Index, _decided[0].Index), Math.Max(_sent[^1].Index, _decided[^1].Index)),
    };

    public PooledBuffer Body { get; } = new(initialBytes);

    public void AddDecided(RecipientResult result) => _decided.Add(result);

    /// <summary>The results of those who were sent to, with what was decided, in input order.</summary>
    public RecipientResult[] InInputOrder(RecipientResult[] sent)
    {
        if (_decided.Count == 0)
        {
            return sent;
        }

        var all = new RecipientResult[sent.Length + _decided.Count];
        int fromSent = 0, fromDecided = 0;
        for (var i = 0; i < all.Length; i++)
        {
            var isSentNext = fromDecided == _decided.Count
                || (fromSent < sent.Length && sent[fromSent].Index < _decided[fromDecided].Index);
            all[i] = isSentNext ? sent[fromSent++] : _decided[fromDecided++];
        }

        return all;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToSend(BatchEntry entry, ReadOnlySpan<byte> json, bool carriesAttributes, EncodedRequest? single)
    {
        _single = SendCount == 0 ? single : null;
        if (SendCount > 0)
        {
            Body.Append(","u8);
        }

        if (SendCount == FewEntries)
        {
            _slices.EnsureCapacity(ManyEntries);
            _sent.EnsureCapacity(ManyEntries);
            _sentKeys.EnsureCapacity(ManyEntries);
        }

        _slices.Add(new Range(Body.Length, Body.Length + json.Length));
        Body.Append(json);
        _sent.Add(entry);
        _sentKeys.Add(entry.MessageKey);
        CarriesAttributes |= carriesAttributes;
        if (entry.MayBeTaken && !(entry.FirstSentTicks >= FirstSentAt?.UtcTicks))
        {
            FirstSentAt = new DateTimeOffset(entry.FirstSentTicks, TimeSpan.Zero);
        }
    }

    public void Dispose() => Body.Dispose();
}
