using System.Runtime.CompilerServices;
using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;

namespace McMessaging.Sending;

/// <summary>Which key a message has: its own, one of the run, or one that goes on from a rejected row.</summary>
internal sealed class KeyChoice(
    MessageKeys keys, SendJournal? journal, EarlierOutcome earlier, IRecordReader reader)
{
    /// <param name="recipient">A recipient without a fault.</param>
    /// <param name="isDuplicate">Whether the key was used in this run before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Of(MappedRecipient recipient, out bool isDuplicate)
    {
        if (recipient is { Returned: null, MessageKey: null })
        {
            isDuplicate = false;
            return LastOf(keys.Derive(recipient.ContactKey!, recipient.To), ref isDuplicate);
        }

        var key = recipient.Returned is { } returned ? KeyOf(returned, recipient.MessageKey) : recipient.MessageKey!;
        isDuplicate = !keys.TryTake(key);
        return LastOf(key, ref isDuplicate);
    }

    /// <summary>Stands for the message of an input object that is no recipient.</summary>
    public string OfFault(MappedRecipient recipient, InputRow row) =>
        recipient.Returned?.Key ?? recipient.MessageKey ?? keys.OfRow(RowText.Of(recipient, row, reader));

    private string KeyOf(ReturnedRow returned, string? given)
    {
        if (returned.MayBeTaken)
        {
            return returned.Key;
        }

        var isGivenAnew = given is not null && !keys.Descends(returned.Key, given);
        if (isGivenAnew)
        {
            return given!;
        }

        var successor = keys.Successor(returned.Key);
        // A key that was never refused may be sent by whoever resumes the run: two keys would be two messages. Where
        // another copy of the row was sent under the next key, it was refused, even if this copy does not say so.
        var isRefused = returned.IsRefused || Knows(successor);
        return isRefused && !KnowsAsSent(returned.Key) ? successor : returned.Key;
    }

    private bool Knows(string key) => journal is not null && journal.TryFind(key, out _);

    private bool KnowsAsSent(string key) => journal is not null
        && journal.TryFind(key, out var mark)
        && mark.State is JournalState.Accepted or JournalState.InFlight;

    /// <summary>
    /// Where a rejected message was corrected and sent under this journal, it goes by its last key; where it is to be
    /// sent again, by the next one, because the service may remember those that it refused.
    /// </summary>
    private string LastOf(string key, ref bool isDuplicate)
    {
        while (journal is not null
            && journal.TryFind(key, out var mark)
            && mark.State == JournalState.Rejected
            && keys.Successor(key) is var successor
            && (Knows(successor) || earlier.MayRetry(mark)))
        {
            key = successor;
            isDuplicate |= !keys.TryTake(key);
        }

        return key;
    }
}
