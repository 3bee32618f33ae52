using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Validation;

namespace McMessaging.Sandboxing.Messages;

/// <summary>Takes messages, each key once in 72 hours over all channels, and keeps the newest of them.</summary>
internal sealed class MessageStore(int capacity, TimeProvider time, Tally tally)
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(72);

    private readonly object _lock = new();
    private readonly Queue<SandboxMessage> _kept = new();
    private readonly Dictionary<string, DateTimeOffset> _acceptedKeys = new(StringComparer.Ordinal);

    /// <summary>Decides on all drafts of one request at once, in their order.</summary>
    public IReadOnlyList<SandboxMessage> Take(
        string channel, string definitionKey, string requestId, IReadOnlyList<MessageDraft> drafts)
    {
        var messages = new SandboxMessage[drafts.Count];
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            for (int i = 0; i < messages.Length; i++)
            {
                MessageDraft draft = drafts[i];
                ServiceError? error = Decide(draft, now);
                messages[i] = new SandboxMessage
                {
                    Channel = channel,
                    DefinitionKey = definitionKey,
                    MessageKey = draft.MessageKey,
                    ContactKey = draft.ContactKey ?? "",
                    To = draft.To,
                    Attributes = draft.Attributes,
                    Accepted = error is null,
                    ErrorCode = error?.Code ?? 0,
                    Error = error?.Message,
                    ReceivedAt = now,
                    RequestId = requestId,
                };
                Keep(messages[i]);
            }
        }

        tally.CountMessages(channel, messages);
        return messages;
    }

    /// <summary>The kept messages that match, in order of arrival.</summary>
    public IReadOnlyList<SandboxMessage> List(Func<SandboxMessage, bool> matches)
    {
        lock (_lock)
            return _kept.Where(matches).ToArray();
    }

    /// <summary>Up to <paramref name="count"/> of the kept messages that match, the newest first.</summary>
    public IReadOnlyList<SandboxMessage> ListNewest(int count, Func<SandboxMessage, bool> matches)
    {
        lock (_lock)
            return _kept.Reverse().Where(matches).Take(count).ToArray();
    }

    public void Clear()
    {
        lock (_lock)
        {
            _kept.Clear();
            _acceptedKeys.Clear();
        }
    }

    private ServiceError? Decide(MessageDraft draft, DateTimeOffset now)
    {
        if (draft.Error is not null)
            return draft.Error;
        if (_acceptedKeys.TryGetValue(draft.MessageKey, out DateTimeOffset takenAt) && now - takenAt < KeyLifetime)
            return ServiceErrors.DuplicateMessageKey;
        if (draft.Refusal is not null)
            return draft.Refusal;
        _acceptedKeys[draft.MessageKey] = now;
        return null;
    }

    private void Keep(SandboxMessage message)
    {
        if (_kept.Count == capacity)
            _kept.Dequeue();
        _kept.Enqueue(message);
    }
}
