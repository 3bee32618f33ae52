using System.Runtime.CompilerServices;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Journal;
using McMessaging.Recipients;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>Whether a recipient is sent, by what an earlier run noted of its key.</summary>
internal sealed class EarlierOutcome(
    SendOptions options,
    SendEndpoint endpoint,
    SendJournal? journal,
    ResultFactory results,
    RunAbort abort,
    TimeProvider timeProvider)
{
    /// <param name="recipient">The recipient.</param>
    /// <param name="key">Its key.</param>
    /// <param name="firstSentAt">When an earlier run sent it that never learned the outcome, if one did.</param>
    /// <returns>Its result, if it is not to be sent; else <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecipientResult? Of(MappedRecipient recipient, string key, out DateTimeOffset? firstSentAt)
    {
        if (journal is null && recipient.Returned is null)
        {
            firstSentAt = null;
            return null;
        }

        var sentAt = recipient.Returned is { MayBeTaken: true } returned ? returned.FirstSentAt : (DateTimeOffset?)null;
        var result = ResultOf(recipient, key, ref sentAt);
        // Who sends again all the same knows what may be; from here on it must not happen twice more.
        firstSentAt = sentAt is not null && result is null && options.ResendUnknown
            ? timeProvider.GetUtcNow()
            : sentAt;
        return result;
    }

    /// <summary>Whether a rejected message is to be sent again.</summary>
    /// <param name="mark">What the journal knows of it.</param>
    // Whoever has the key of a duplicate has the message: under a new key it would be sent a second time.
    public bool MayRetry(JournalMark mark) =>
        options.RetryRejected && Details(mark).ErrorCode != ServiceCodes.DuplicateMessageKey;

    private RecipientResult? ResultOf(MappedRecipient recipient, string key, ref DateTimeOffset? sentAt)
    {
        if (journal is null || !journal.TryFind(key, out var mark))
        {
            return sentAt is not { } time || MayBeSentAgain(time) ? null : results.TooLate(recipient, key, time);
        }

        var entry = Details(mark);
        if (mark.State == JournalState.InFlight)
        {
            sentAt = sentAt < entry.FirstSentAt ? sentAt : entry.FirstSentAt;
            entry = entry with { FirstSentAt = sentAt.Value };
        }

        return MayBeSent(entry, sentAt) ? null : results.FromJournal(recipient, key, entry);
    }

    private JournalEntry Details(JournalMark mark)
    {
        try
        {
            return journal!.Details(mark);
        }
        catch (McException exception)
        {
            // What became of it is known all the same; but a journal that changes is not one to go on with.
            abort.Because(exception);
            return new JournalEntry(mark.State, mark.FirstSentAt);
        }
    }

    private bool MayBeSent(JournalEntry entry, DateTimeOffset? sentAt) => entry.State switch
    {
        JournalState.Accepted or JournalState.Rejected => false,
        JournalState.NotTaken => sentAt is not { } time || MayBeSentAgain(time),
        _ => MayBeSentAgain(entry.FirstSentAt),
    };

    private bool MayBeSentAgain(DateTimeOffset sentAt) =>
        options.ResendUnknown
        || (endpoint.CanRetryAmbiguous
            && WallClock.IsWithin(RetryBudget.SafeRetryAge, sentAt, timeProvider.GetUtcNow()));
}
