using System.Runtime.CompilerServices;
using McMessaging.Endpoints;
using McMessaging.Recipients;

namespace McMessaging.Batches;

/// <summary>Fills batches: by number of recipients, by bytes, and never out of order.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="batchSize">Recipients per batch, if somebody said so.</param>
/// <param name="largest">Recipients per batch at most, whatever was said.</param>
/// <param name="keepsRows">Whether input objects are kept until their results are known.</param>
internal sealed class BatchBuilder(
    SendEndpoint endpoint, int? batchSize, int? largest = null, bool keepsRows = false)
{
    public const int MaxBodyBytes = 4_000_000;
    private const int WithAttributes = 500;
    private const int WithoutAttributes = 2000;
    private const int MaxEntries = 4000;

    // A batch is about as large as the one before.
    private int _bytes = 4096;
    private int _entries = Batch.FewEntries;
    private Batch? _batch;

    public bool IsEmpty => _batch is null;

    public bool IsFull => _batch is { } batch
        && (batch.SendCount >= Limit(batch.CarriesAttributes) || batch.Count >= MaxEntries);

    /// <summary>The bytes of a body with this one recipient.</summary>
    public int BodyBytes(int recipientBytes) =>
        endpoint.Frame.Prefix.Length + recipientBytes + endpoint.Frame.Suffix.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool HasRoomFor(int recipientBytes, bool carriesAttributes)
    {
        if (_batch is not { SendCount: > 0 } batch)
        {
            return true;
        }

        var bytes = batch.Body.Length + 1 + recipientBytes + endpoint.Frame.Suffix.Length;
        return batch.SendCount < Limit(batch.CarriesAttributes || carriesAttributes) && bytes <= MaxBodyBytes;
    }

    public void AddDecided(RecipientResult result) => Current().AddDecided(result);

    /// <summary>Keeps the input object of the entry that was added last.</summary>
    public void KeepRow(InputRow row, EarlierSend earlier) => _batch!.Rows?.Add(row, earlier);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToSend(BatchEntry entry, ReadOnlySpan<byte> json, bool carriesAttributes, EncodedRequest? single)
    {
        var batch = Current();
        if (batch.SendCount == 0)
        {
            batch.Body.Append(endpoint.Frame.Prefix.Span);
        }

        batch.AddToSend(entry, json, carriesAttributes, single);
    }

    public Batch Take()
    {
        var batch = _batch ?? throw new InvalidOperationException("There is no batch to take.");
        _batch = null;
        if (batch.SendCount > 0)
        {
            batch.Body.Append(endpoint.Frame.Suffix.Span);
        }

        _bytes = Math.Max(_bytes, batch.Body.Length);
        _entries = batch.SendCount;
        return batch;
    }

    private Batch Current() =>
        _batch ??= new Batch(_bytes, _entries) { Rows = keepsRows ? new InputRows() : null };

    private int Limit(bool carriesAttributes)
    {
        var size = batchSize ?? (carriesAttributes ? WithAttributes : WithoutAttributes);
        return Math.Min(Math.Min(endpoint.MaxRecipients, largest ?? size), size);
    }
}
