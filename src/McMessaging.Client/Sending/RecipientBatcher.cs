using System.Text.Json;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging.Sending;

/// <summary>Turns input objects into batches: checks them, gives them their keys, and asks the journal.</summary>
internal sealed class RecipientBatcher(
    SendOptions options,
    SendEndpoint endpoint,
    RecipientMapper mapper,
    MessageKeys keys,
    EarlierOutcome earlier,
    ResumeCheck resume,
    ResultFactory results) : IDisposable
{
    private readonly MappedRecipient _recipient = new();
    private readonly Queue<Batch> _full = [];
    private readonly BatchBuilder _builder = new(
        endpoint, options.BatchSize, options.RecipientsPerMinute is { } rate ? RecipientRate.LargestBatch(rate) : null);
    private readonly PooledBuffer _json = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, JsonWriting.Options);
    private long _lastIndex;
    private long _withoutAddress;

    /// <summary>Whether a batch waits to be taken.</summary>
    public bool HasFull => _full.Count > 0;

    /// <summary>Adds one input object.</summary>
    public void Add(object? input)
    {
        var recipient = Map(input);
        _withoutAddress += recipient is { Fault: null, GivenTo: null } ? 1 : 0;
        var wasPending = resume.IsPending;
        resume.Add(recipient);
        if (!wasPending)
        {
            Place(recipient);
        }
        else if (!resume.IsPending)
        {
            Release();
        }
    }

    /// <summary>The next batch that is full; <c>null</c> if there is none.</summary>
    public Batch? TakeFull() => _full.TryDequeue(out var batch) ? batch : null;

    /// <summary>Says that there is no more input: what is left makes the last batches.</summary>
    public void End()
    {
        Release();
        CloseBatch();
    }

    /// <summary>Adds to the counts of a run what only the input tells.</summary>
    public SendSummary Complete(SendSummary summary) =>
        summary with
        {
            Repeats = keys.Repeats,
            WithoutAddress = _withoutAddress,
            RecipientsPerMinute = options.RecipientsPerMinute,
        };

    public void Dispose()
    {
        CloseBatch();
        while (TakeFull() is { } batch)
        {
            batch.Dispose();
        }

        _writer.Dispose();
        _json.Dispose();
    }

    private MappedRecipient Map(object? input)
    {
        // What is held back outlives this call.
        var recipient = resume.IsPending ? new MappedRecipient() : _recipient;
        _lastIndex++;
        try
        {
            mapper.Map(input, recipient);
            recipient.Index = _lastIndex;
            return recipient;
        }
        catch
        {
            Release();
            recipient.Index = _lastIndex;
            _builder.AddDecided(results.Unread(recipient));
            throw;
        }
    }

    private void Release()
    {
        foreach (var recipient in resume.Release())
        {
            Place(recipient);
        }
    }

    private void Place(MappedRecipient recipient)
    {
        var decided = Decide(recipient, out var entry);
        if (decided is null)
        {
            Write(recipient, entry.MessageKey);
            var bytes = _builder.BodyBytes(_json.Length);
            if (bytes > BatchBuilder.MaxBodyBytes)
            {
                decided = results.Rejected(recipient, entry.MessageKey, RecipientFault.TooLarge(bytes));
            }
        }

        if (decided is not null)
        {
            _builder.AddDecided(decided);
        }
        else
        {
            PlaceToSend(recipient, entry);
        }

        if (_builder.IsFull)
        {
            CloseBatch();
        }
    }

    private void PlaceToSend(MappedRecipient recipient, BatchEntry entry)
    {
        var carriesAttributes = recipient.Attributes.Count > 0;
        if (!_builder.HasRoomFor(_json.Length, carriesAttributes))
        {
            CloseBatch();
        }

        _builder.AddToSend(entry, _json.Span, carriesAttributes, endpoint.Single(recipient, entry.MessageKey));
    }

    private void CloseBatch()
    {
        if (!_builder.IsEmpty)
        {
            _full.Enqueue(_builder.Take());
        }
    }

    private RecipientResult? Decide(MappedRecipient recipient, out BatchEntry entry)
    {
        var key = recipient.MessageKey;
        entry = default;
        if (recipient.Fault is { } fault)
        {
            return results.Rejected(recipient, key, fault);
        }

        if (key is null)
        {
            key = keys.Derive(recipient.ContactKey!, recipient.To);
        }
        else if (!keys.TryTake(key))
        {
            return results.Rejected(recipient, key, RecipientFault.DuplicateKey());
        }

        if (resume.IsRefused)
        {
            return results.Cancelled(recipient, key);
        }

        var decided = earlier.Of(recipient, key, out var firstSentAt);
        entry = new BatchEntry(recipient.Index, key, recipient.ContactKey!, recipient.GivenTo)
        {
            KeyIsDerived = recipient.MessageKey is null,
            FirstSentTicks = firstSentAt?.UtcTicks ?? 0,
        };
        return decided;
    }

    private void Write(MappedRecipient recipient, string key)
    {
        _json.Clear();
        _writer.Reset(_json);
        endpoint.WriteRecipient(_writer, recipient, key);
        _writer.Flush();
    }
}
