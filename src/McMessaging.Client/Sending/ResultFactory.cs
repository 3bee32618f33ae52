using System.Runtime.CompilerServices;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Journal;
using McMessaging.Recipients;

namespace McMessaging.Sending;

/// <summary>Makes the one result of each recipient.</summary>
internal sealed class ResultFactory(SendEndpoint endpoint)
{
    /// <summary>The error name of recipients whose send the user declined: no error, but a choice.</summary>
    public const string DeclinedName = "Declined";

    private static readonly RecipientOutcome SentEarlier = new(
        SendOutcome.Unknown,
        null,
        "SentInEarlierRun",
        "Sent in an earlier run without an outcome; too late or unsafe to retry.");

    public RecipientResult Rejected(MappedRecipient recipient, string? messageKey, RecipientFault fault) => Make(
        recipient.Index,
        messageKey,
        recipient.ContactKey,
        recipient.GivenTo,
        new RecipientOutcome(SendOutcome.Rejected, fault.Code, fault.Name, fault.Message),
        new Circumstances());

    public RecipientResult FromJournal(MappedRecipient recipient, string messageKey, JournalEntry entry)
    {
        var outcome = entry.State switch
        {
            JournalState.Accepted => new RecipientOutcome(
                SendOutcome.AlreadyAccepted, 0, null, "Taken in an earlier run.", entry.RecipientSendId),
            JournalState.Rejected => new RecipientOutcome(
                SendOutcome.Rejected,
                entry.ErrorCode,
                entry.ErrorName,
                "Rejected in an earlier run.",
                entry.RecipientSendId),
            _ => SentEarlier,
        };
        return Make(recipient.Index, messageKey, recipient.ContactKey, recipient.GivenTo, outcome, new Circumstances
        {
            RequestId = entry.RequestId,
            HttpStatus = entry.HttpStatus,
            SentAt = entry.FirstSentAt,
            FromJournal = true,
        });
    }

    /// <summary>The result of a rejected row that came back, and that nobody knows to be sent or not.</summary>
    public RecipientResult TooLate(MappedRecipient recipient, string messageKey, DateTimeOffset sentAt) => Make(
        recipient.Index,
        messageKey,
        recipient.ContactKey,
        recipient.GivenTo,
        SentEarlier,
        new Circumstances { SentAt = sentAt == DateTimeOffset.MinValue ? null : sentAt });

    /// <summary>The result of an input object whose reading ended the run.</summary>
    public RecipientResult Unread(MappedRecipient recipient) => Make(
        recipient.Index,
        recipient.MessageKey,
        recipient.ContactKey,
        recipient.To,
        new RecipientOutcome(
            SendOutcome.Cancelled, null, "Cancelled", "It could not be read, and the run was stopped."),
        new Circumstances());

    /// <summary>The result of a recipient that may be sent: nobody knows.</summary>
    public RecipientResult Broken(BatchEntry entry) => Make(
        entry.Index,
        entry.MessageKey,
        entry.ContactKey,
        entry.To,
        new RecipientOutcome(SendOutcome.Unknown, null, "UnexpectedError", "An unexpected error ended the run."),
        new Circumstances());

    /// <summary>The result of a recipient that a run did not come to send.</summary>
    public RecipientResult Cancelled(MappedRecipient recipient, string messageKey) => Make(
        recipient.Index,
        messageKey,
        recipient.ContactKey,
        recipient.GivenTo,
        OutcomeMapper.Cancelled,
        new Circumstances());

    public RecipientResult Declined(BatchEntry entry) => Make(
        entry.Index,
        entry.MessageKey,
        entry.ContactKey,
        entry.To,
        new RecipientOutcome(SendOutcome.Cancelled, null, DeclinedName, "Not confirmed."),
        new Circumstances());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecipientResult Sent(BatchEntry entry, SettledRecipient settled) => Make(
        entry.Index, entry.MessageKey, entry.ContactKey, entry.To, settled.Outcome, new Circumstances
        {
            RequestId = settled.Request.RequestId,
            HttpStatus = settled.Request.Status,
            Attempts = settled.Attempts,
            SentAt = settled.Request.SentAt,
        });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientResult Make(
        long index, string? key, string? contactKey, string? to, RecipientOutcome outcome, in Circumstances how)
    {
        var result = new RecipientResult
        {
            Index = index,
            MessageKey = key,
            ContactKey = contactKey,
            To = to,
            Channel = endpoint.Channel,
            DefinitionKey = endpoint.DefinitionName,
            Outcome = outcome.Outcome,
            ErrorCode = outcome.Code,
            ErrorName = outcome.Name,
            Message = outcome.Message,
            RequestId = how.RequestId,
            HttpStatus = how.HttpStatus,
            Attempts = how.Attempts,
            SentAt = how.SentAt,
            FromJournal = how.FromJournal,
            SendId = outcome.RecipientSendId,
        };
        return endpoint.Channel == MessageChannel.Triggered ? new TriggeredResult(result) : result;
    }

    private readonly record struct Circumstances(
        string? RequestId, int? HttpStatus, int Attempts, DateTimeOffset? SentAt, bool FromJournal);
}
