using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Rejected;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging.Sending;

/// <summary>Turns input objects into batches: checks them, gives them their keys, and asks the journal.</summary>
internal sealed class RecipientBatcher(
    SendOptions options,
    SendEndpoint endpoint,
    RecipientMapper mapper,
    MessageKeys keys,
    RecipientDecider decider,
    ResumeCheck resume,
    ResultFactory results,
    SendCounters counters,
    RejectedRows? rejected) : IDisposable
{
    private readonly MappedRecipient _recipient = MappedRecipient.Make(keepsRow: rejected is not null);
    private readonly Queue<Batch> _full = [];
    private readonly BatchBuilder _builder = new(
        endpoint,
        options.BatchSize,
        options.RecipientsPerMinute is { } rate ? RecipientRate.LargestBatch(rate) : null,
        keepsRows: rejected is not null);
    private readonly PooledBuffer _json = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, JsonWriting.Options);
    private long _lastIndex;
    private long _withoutAddress;
    private bool _isFirstBatchClosed;

    /// <summary>Whether a batch waits to be taken.</summary>
    public bool HasFull => _full.Count > 0;

    /// <summary>Adds one input object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(object? input)
    {
        var recipient = Map(input);
        _withoutAddress += recipient is { Fault: null, GivenTo: null, IsElsewhere: false } ? 1 : 0;
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
    public SendSummary Complete(SendSummary summary) => summary with
    {
        Repeats = keys.Repeats,
        WithoutAddress = _withoutAddress,
        RecipientsPerMinute = options.RecipientsPerMinute,
        EarlierRejectedPath = rejected?.KeptPath,
    };

    public void Dispose()
    {
        _writer.Dispose();
        _json.Dispose();
    }

    private MappedRecipient Map(object? input)
    {
        // What is held back outlives this call.
        var recipient = resume.IsPending ? MappedRecipient.Make(keepsRow: rejected is not null) : _recipient;
        recipient.Index = ++_lastIndex;
        try
        {
            mapper.Map(input, recipient);
            recipient.IsElsewhere = options.Shard is { } shard && !IsOf(shard, recipient);
            rejected?.Check(recipient, isEarly: !_isFirstBatchClosed);
            return recipient;
        }
        catch
        {
            Release();
            AddDecided(recipient, results.Unread(recipient));
            throw;
        }
    }

    // A rejected row stays with its shard: what was corrected in it may be what the shard depends on.
    private static bool IsOf(SendShard shard, MappedRecipient recipient) =>
        recipient.RejectedBy is { } own && own.Count == shard.Count
            ? own == shard
            : ContactShard.Holds(shard, recipient.ContactKey);

    private void Release()
    {
        foreach (var recipient in resume.Release())
        {
            Place(recipient);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(MappedRecipient recipient)
    {
        if (recipient.IsElsewhere)
        {
            counters.CountOtherShard();
            return;
        }

        var decided = decider.Decide(recipient, out var entry, out var sentAt);
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
            AddDecided(recipient, decided, sentAt);
        }
        else
        {
            PlaceToSend(recipient, entry, sentAt);
        }

        if (_builder.IsFull)
        {
            CloseBatch();
        }
    }

    private void AddDecided(MappedRecipient recipient, RecipientResult decided, DateTimeOffset? sentAt = null)
    {
        _builder.AddDecided(decided);
        KeepRow(recipient, decided.MessageKey, sentAt);
    }

    private void KeepRow(MappedRecipient recipient, string? key, DateTimeOffset? sentAt)
    {
        if (recipient.Row is { } row)
        {
            _builder.KeepRow(row, new EarlierSend(decider.LastingKey(recipient, row, key), sentAt));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PlaceToSend(MappedRecipient recipient, BatchEntry entry, DateTimeOffset? sentAt)
    {
        var carriesAttributes = recipient.Attributes.Count > 0;
        if (!_builder.HasRoomFor(_json.Length, carriesAttributes))
        {
            CloseBatch();
        }

        _builder.AddToSend(entry, _json.Span, carriesAttributes, endpoint.Single(recipient, entry.MessageKey));
        KeepRow(recipient, entry.MessageKey, sentAt);
    }

    private void CloseBatch()
    {
        if (!_builder.IsEmpty)
        {
            var batch = _builder.Take();
            rejected?.Begin(batch);
            _full.Enqueue(batch);
            _isFirstBatchClosed = true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(MappedRecipient recipient, string key)
    {
        _json.Clear();
        _writer.Reset(_json);
        endpoint.WriteRecipient(_writer, recipient, key);
        _writer.Flush();
    }
}
