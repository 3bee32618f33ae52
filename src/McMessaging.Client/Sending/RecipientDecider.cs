using System.Runtime.CompilerServices;
using McMessaging.Batches;
using McMessaging.Recipients;

namespace McMessaging.Sending;

/// <summary>Gives a recipient its key, and says whether it is to be sent.</summary>
internal sealed class RecipientDecider(
    KeyChoice choice, EarlierOutcome earlier, ResumeCheck resume, ResultFactory results)
{
    /// <param name="recipient">The recipient.</param>
    /// <param name="entry">Its place in a batch, if it is to be sent.</param>
    /// <param name="sentAt">When it was first sent, if an earlier run did and never learned the outcome.</param>
    /// <returns>Its result, if it is not to be sent; else <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecipientResult? Decide(MappedRecipient recipient, out BatchEntry entry, out DateTimeOffset? sentAt)
    {
        entry = default;
        sentAt = recipient.Returned is { MayBeTaken: true } returned ? returned.FirstSentAt : null;
        if (recipient.Fault is { } fault)
        {
            return results.Rejected(recipient, recipient.MessageKey, fault);
        }

        var key = choice.Of(recipient, out var isDuplicate);
        if (isDuplicate)
        {
            return results.Rejected(recipient, key, RecipientFault.DuplicateKey());
        }

        if (resume.IsRefused)
        {
            return results.Cancelled(recipient, key);
        }

        if (recipient.Returned is { IsDuplicate: true } refused && refused.Key == key)
        {
            // Another message has that key, whatever became of it. After 72 hours the service has forgotten it, and
            // would take what it refused as a second message.
            return results.Rejected(recipient, key, RecipientFault.KeyUsedBefore());
        }

        var decided = earlier.Of(recipient, key, out sentAt);
        entry = new BatchEntry(recipient.Index, key, recipient.ContactKey!, recipient.GivenTo)
        {
            KeyIsDerived = recipient.MessageKey != key,
            FirstSentTicks = sentAt?.UtcTicks ?? 0,
        };
        return decided;
    }

    /// <summary>The key that a rejected row comes back with: one that is no recipient needs a key, too.</summary>
    public string LastingKey(MappedRecipient recipient, InputRow row, string? key)
    {
        var isRecipient = recipient is { Fault: null, ContactKey: not null };
        return isRecipient ? key ?? choice.Of(recipient, out _) : choice.OfFault(recipient, row);
    }
}
