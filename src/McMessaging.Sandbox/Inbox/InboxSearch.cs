using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>Some of the messages that match, the newest first, and whether more of them follow.</summary>
internal sealed record FoundMessages(IReadOnlyList<SandboxMessage> Messages, bool HasMore);

/// <summary>Goes through the messages that are kept, one by one: sends need not wait for a search.</summary>
internal sealed class InboxSearch(MessageStore messages)
{
    /// <summary>The number of the newest message; 0 when there is none.</summary>
    public long Newest => messages.ListNewest(1, _ => true) is [var newest] ? newest.Sequence : 0;

    public long Oldest => messages.OldestSequence;

    /// <summary>Those between two numbers, both excluded.</summary>
    public FoundMessages Find(InboxFilter filter, long after, long before, int count)
    {
        var found = new List<SandboxMessage>();
        foreach (var message in Between(after, before).Where(filter.Matches))
        {
            if (found.Count == count)
            {
                return new FoundMessages(found, HasMore: true);
            }

            found.Add(message);
        }

        return new FoundMessages(found, HasMore: false);
    }

    public IEnumerable<SandboxMessage> All() => Between(0, long.MaxValue);

    private IEnumerable<SandboxMessage> Between(long after, long before)
    {
        for (var number = Math.Min(Newest, before - 1); number > after && number >= Oldest; number--)
        {
            if (messages.Find(number) is { } message)
            {
                yield return message;
            }
        }
    }
}
