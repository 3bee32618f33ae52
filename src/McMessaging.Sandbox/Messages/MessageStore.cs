using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Takes messages, each key once in 72 hours over all channels, and keeps the newest of them.</summary>
internal sealed class MessageStore(int capacity, TimeProvider time, CounterStore counters)
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(72);

    private readonly object _lock = new();
    private readonly Queue<SandboxMessage> _kept = new();
    private readonly Dictionary<string, AcceptedKey> _accepted = new(StringComparer.Ordinal);
    private long _lastSequence;

    /// <summary>Decides on all drafts of one request at once, in their order.</summary>
    public IReadOnlyList<SandboxMessage> Take(
        string channel, string definitionKey, string requestId, IReadOnlyList<MessageDraft> drafts)
    {
        var messages = new SandboxMessage[drafts.Count];
        lock (_lock)
        {
            var now = time.GetUtcNow();
            for (var i = 0; i < messages.Length; i++)
            {
                var draft = drafts[i];
                var error = Decide(draft, now);
                messages[i] = new SandboxMessage
                {
                    Sequence = ++_lastSequence,
                    Channel = channel,
                    DefinitionKey = definitionKey,
                    MessageKey = draft.MessageKey,
                    ContactKey = draft.ContactKey ?? "",
                    To = draft.To,
                    Attributes = draft.Attributes,
                    Text = draft.Text,
                    Accepted = error is null,
                    ErrorCode = error?.Code ?? 0,
                    Error = error?.Message,
                    ReceivedAt = now,
                    RequestId = requestId,
                };
                Keep(messages[i]);
            }
        }

        counters.CountMessages(channel, messages);
        return messages;
    }

    /// <summary>The kept messages that match, in order of arrival.</summary>
    public IReadOnlyList<SandboxMessage> List(Func<SandboxMessage, bool> matches)
    {
        lock (_lock)
        {
            return _kept.Where(matches).ToArray();
        }
    }

    /// <summary>Up to <paramref name="count"/> of the kept messages that match, the newest first.</summary>
    public IReadOnlyList<SandboxMessage> ListNewest(int count, Func<SandboxMessage, bool> matches)
    {
        lock (_lock)
        {
            return _kept.Reverse().Where(matches).Take(count).ToArray();
        }
    }

    /// <summary>The newest accepted message of a key; null when there is none or it is not kept any more.</summary>
    public SandboxMessage? FindAccepted(string messageKey)
    {
        lock (_lock)
        {
            return _accepted.TryGetValue(messageKey, out var key) ? key.Message : null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _kept.Clear();
            _accepted.Clear();
            _lastSequence = 0;
        }
    }

    private ServiceError? Decide(MessageDraft draft, DateTimeOffset now)
    {
        if (draft.Error is not null)
        {
            return draft.Error;
        }

        if (_accepted.TryGetValue(draft.MessageKey, out var key) && now - key.AcceptedAt < KeyLifetime)
        {
            return MessageRefusals.DuplicateMessageKey;
        }

        return draft.Refusal;
    }

    private void Keep(SandboxMessage message)
    {
        if (message.Accepted)
        {
            _accepted[message.MessageKey] = new AcceptedKey(message.ReceivedAt, message);
        }

        _kept.Enqueue(message);
        if (_kept.Count > capacity)
        {
            Forget(_kept.Dequeue());
        }
    }

    // The key stays taken when its message is forgotten.
    private void Forget(SandboxMessage message)
    {
        if (_accepted.TryGetValue(message.MessageKey, out var key) && ReferenceEquals(key.Message, message))
        {
            _accepted[message.MessageKey] = key with { Message = null };
        }
    }

    private readonly record struct AcceptedKey(DateTimeOffset AcceptedAt, SandboxMessage? Message);
}
