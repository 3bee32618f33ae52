using McMessaging.Journal;
using McMessaging.Keys;
using McMessaging.Recipients;

namespace McMessaging.Sending;

/// <summary>
/// Makes sure that a journal belongs to the input: where a run takes one up without naming its run, the first
/// recipients are held back until all of them are known to be the journal's.
/// </summary>
internal sealed class ResumeCheck(SendJournal? journal, MessageKeys keys, RunAbort abort)
{
    private readonly List<MappedRecipient> _heldBack = [];

    /// <summary>Whether recipients are still held back.</summary>
    public bool IsPending { get; private set; } = journal?.PlacesToMatch > 0;

    /// <summary>Whether the journal is of another input: then nothing is sent.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Looks at the next recipient, and holds it back while the check is pending.</summary>
    public void Add(MappedRecipient recipient)
    {
        if (journal is null || recipient.Index > FirstRecipients.MaxCount)
        {
            return;
        }

        var fingerprint = recipient.Fault is null
            ? keys.Fingerprint(recipient.ContactKey!, recipient.To, recipient.MessageKey)
            : null;
        if (IsPending)
        {
            _heldBack.Add(recipient);
            Match(recipient.Index, fingerprint);
        }

        if (fingerprint is not null)
        {
            journal.First.Note(recipient.Index, fingerprint);
        }
    }

    /// <summary>Ends the check and gives what was held back.</summary>
    public IReadOnlyList<MappedRecipient> Release()
    {
        IsPending = false;
        MappedRecipient[] released = [.. _heldBack];
        _heldBack.Clear();
        return released;
    }

    private void Match(long place, string? fingerprint)
    {
        if (!journal!.First.Allows(place, fingerprint))
        {
            IsRefused = true;
            abort.Because(journal.OtherInput(place));
        }

        IsPending = !IsRefused && place < journal.PlacesToMatch;
    }
}
