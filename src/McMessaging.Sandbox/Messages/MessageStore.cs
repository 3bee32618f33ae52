using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>What the messages of one request have in common.</summary>
internal sealed record MessageSource(string Channel, string DefinitionKey, long AccountId, ReceivedRequest Request);

/// <summary>
/// Takes messages, each key once in 72 hours in a business unit, over all its channels, and keeps the newest of them.
/// </summary>
internal sealed class MessageStore(int capacity, TimeProvider time, CounterStore counters)
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(72);

    private const int BlockSize = 1024;

    private readonly object _lock = new();
    private readonly NewestMessages _newest = new(capacity);
    private readonly AcceptedKeys _keys = new();

    /// <summary>The number of the oldest message that is kept.</summary>
    public long OldestSequence
    {
        get
        {
            lock (_lock)
            {
                return _newest.First;
            }
        }
    }

    /// <summary>The number of the newest message; 0: there is none.</summary>
    public long Last
    {
        get
        {
            lock (_lock)
            {
                return _newest.Last;
            }
        }
    }

    /// <summary>Decides on all drafts of one request at once, in their order.</summary>
    public IReadOnlyList<SandboxMessage> Take(MessageSource source, IReadOnlyList<MessageDraft> drafts)
    {
        var messages = new SandboxMessage[drafts.Count];
        lock (_lock)
        {
            var now = time.GetUtcNow();
            for (var i = 0; i < messages.Length; i++)
            {
                messages[i] = Decide(source, drafts[i], now);
                Keep(messages[i]);
            }
        }

        counters.CountMessages(source.Channel, messages);
        return messages;
    }

    /// <summary>
    /// The kept messages that match, in order of arrival, from a number on. Those who send wait for a block of them at
    /// most, and not for all.
    /// </summary>
    public IReadOnlyList<SandboxMessage> List(Func<SandboxMessage, bool> matches, long from = 1)
    {
        var found = new List<SandboxMessage>();
        var last = Last;
        for (var next = Math.Max(from, OldestSequence); next <= last; next += BlockSize)
        {
            found.AddRange(Block(next, Math.Min(last, next + BlockSize - 1)).Where(matches));
        }

        return found;
    }

    /// <summary>
    /// Up to <paramref name="count"/> of the kept messages that match, the newest first, from the one before
    /// <paramref name="before"/> on.
    /// </summary>
    public IReadOnlyList<SandboxMessage> ListNewest(
        int count, Func<SandboxMessage, bool> matches, long before = long.MaxValue)
    {
        var found = new List<SandboxMessage>();
        for (var last = Math.Min(Last, before - 1);
            last >= OldestSequence && found.Count < count;
            last -= BlockSize)
        {
            var block = Block(last - BlockSize + 1, last);
            found.AddRange(Enumerable.Reverse(block).Where(matches).Take(count - found.Count));
        }

        return found;
    }

    /// <summary>A message by its number; null when it is not kept any more.</summary>
    public SandboxMessage? Find(long sequence)
    {
        lock (_lock)
        {
            return _newest.Find(sequence);
        }
    }

    /// <summary>The newest accepted message of a key; null when there is none or it is not kept any more.</summary>
    public SandboxMessage? FindAccepted(long accountId, string messageKey)
    {
        lock (_lock)
        {
            return _newest.FindAccepted(accountId, messageKey);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _newest.Clear();
            _keys.Clear();
        }
    }

    /// <summary>What is kept of the messages from one number to another, in order of arrival.</summary>
    private SandboxMessage[] Block(long first, long last)
    {
        lock (_lock)
        {
            first = Math.Max(first, _newest.First);
            last = Math.Min(last, _newest.Last);
            var block = new SandboxMessage[Math.Max(0, last - first + 1)];
            for (var i = 0; i < block.Length; i++)
            {
                block[i] = _newest.Find(first + i)!;
            }

            return block;
        }
    }

    private SandboxMessage Decide(MessageSource source, MessageDraft draft, DateTimeOffset now)
    {
        var error = draft.Error ?? (IsTaken(source, draft, now) ? MessageRefusals.DuplicateMessageKey : draft.Refusal);
        return new SandboxMessage
        {
            Sequence = _newest.Last + 1,
            Channel = source.Channel,
            AccountId = source.AccountId,
            DefinitionKey = source.DefinitionKey,
            MessageKey = draft.MessageKey,
            ContactKey = draft.ContactKey ?? "",
            To = draft.To,
            Attributes = draft.Attributes,
            Text = draft.Text,
            Accepted = error is null,
            ErrorCode = error?.Code ?? 0,
            Error = error?.Message,
            NotSentCode = draft.NotSentCode,
            ReceivedAt = now,
            RequestId = source.Request.RequestId,
            Fault = source.Request.Fault,
            Origin = new MessageOrigin(source.Request, draft.Recipient),
        };
    }

    private bool IsTaken(MessageSource source, MessageDraft draft, DateTimeOffset now) =>
        _keys.Find(source.AccountId, draft.MessageKey) is { } acceptedAt && now - acceptedAt < KeyLifetime;

    private void Keep(SandboxMessage message)
    {
        if (message.Accepted)
        {
            _keys.Set(message.AccountId, message.MessageKey, message.ReceivedAt);
        }

        _newest.Add(message);
    }
}
