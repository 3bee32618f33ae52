using System.Text.Json;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Serialization;

namespace McMessaging.Sending;

/// <summary>Turns input objects into batches: checks them, gives them their keys, and asks the journal.</summary>
internal sealed class RecipientBatcher(
    SendOptions options,
    SendEndpoint endpoint,
    RecipientMapper mapper,
    MessageKeys keys,
    SendJournal? journal,
    ResultFactory results,
    TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan SafeRetryAge = TimeSpan.FromHours(48);
    private readonly MappedRecipient _recipient = new();
    private readonly BatchBuilder _builder = new(endpoint, options.BatchSize);
    private readonly PooledBuffer _json = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, JsonWriting.Options);

    private long _lastIndex;

    public bool IsFull => _builder.IsFull;

    public bool IsEmpty => _builder.IsEmpty;

    /// <summary>Recipients whose contact key and address came before.</summary>
    public long Repeats => keys.Repeats;

    /// <summary>Recipients without an address that nothing else speaks against.</summary>
    public long WithoutAddress { get; private set; }

    /// <summary>Adds one input object.</summary>
    /// <returns>The batch that had to be closed because this recipient did not fit in, or <c>null</c>.</returns>
    public Batch? Add(object? input)
    {
        _lastIndex++;
        Map(input);
        WithoutAddress += _recipient is { Fault: null, GivenTo: null } ? 1 : 0;
        var decided = Decide(out var key, out var mayBeTaken);
        if (decided is null)
        {
            Write(key!);
            var bytes = _builder.BodyBytes(_json.Length);
            if (bytes > BatchBuilder.MaxBodyBytes)
            {
                decided = results.Rejected(_recipient, key, RecipientFault.TooLarge(bytes));
            }
        }

        if (decided is not null)
        {
            _builder.AddDecided(decided);
            return null;
        }

        var carriesAttributes = _recipient.Attributes.Count > 0;
        var closed = _builder.HasRoomFor(_json.Length, carriesAttributes) ? null : _builder.Take();
        var entry = new BatchEntry(_lastIndex, key, _recipient.ContactKey, _recipient.GivenTo, mayBeTaken, null);
        _builder.AddToSend(entry, _json.Span, carriesAttributes, endpoint.Single(_recipient, key!));
        return closed;
    }

    public Batch Take() => _builder.Take();

    public void Dispose()
    {
        if (!_builder.IsEmpty)
        {
            _builder.Take().Dispose();
        }

        _writer.Dispose();
        _json.Dispose();
    }

    private void Map(object? input)
    {
        try
        {
            mapper.Map(input, _recipient);
            _recipient.Index = _lastIndex;
        }
        catch
        {
            _recipient.Index = _lastIndex;
            _builder.AddDecided(results.Unread(_recipient));
            throw;
        }
    }

    private RecipientResult? Decide(out string? key, out bool mayBeTaken)
    {
        key = _recipient.MessageKey;
        mayBeTaken = false;
        if (_recipient.Fault is { } fault)
        {
            return results.Rejected(_recipient, key, fault);
        }

        if (key is null)
        {
            key = keys.Derive(_recipient.ContactKey!, _recipient.To);
        }
        else if (!keys.TryTake(key))
        {
            return results.Rejected(_recipient, key, RecipientFault.DuplicateKey());
        }

        return journal?.Find(key) is { } entry ? DecideByJournal(key, entry, out mayBeTaken) : null;
    }

    private RecipientResult? DecideByJournal(string key, JournalEntry entry, out bool mayBeTaken)
    {
        mayBeTaken = entry.State == JournalState.InFlight;
        var sendAgain = entry.State switch
        {
            JournalState.Accepted => false,
            JournalState.Rejected => options.RetryRejected,
            JournalState.NotTaken => true,
            _ => options.ResendUnknown || (endpoint.CanRetryAmbiguous && timeProvider.GetUtcNow() - entry.FirstSentAt < SafeRetryAge),
        };
        return sendAgain ? null : results.FromJournal(_recipient, key, entry);
    }

    private void Write(string key)
    {
        _json.Clear();
        _writer.Reset(_json);
        endpoint.WriteRecipient(_writer, _recipient, key);
        _writer.Flush();
    }
}
