using McMessaging.Answers;
using McMessaging.Batches;
using McMessaging.Formats;
using McMessaging.Journal;
using McMessaging.Recipients;
using McMessaging.Retrying;

namespace McMessaging.Results;

/// <summary>Makes the one result of each recipient.</summary>
internal sealed class ResultFactory(RequestFormat format)
{
    public SendResult Rejected(MappedRecipient recipient, string? messageKey, RecipientFault fault) => Make(
        messageKey,
        recipient.ContactKey,
        recipient.To,
        new RecipientOutcome(SendOutcome.Rejected, fault.Code, fault.Name, fault.Message),
        new Circumstances());

    public SendResult FromJournal(MappedRecipient recipient, string messageKey, JournalEntry entry)
    {
        RecipientOutcome outcome = entry.State switch
        {
            JournalState.Accepted => new(SendOutcome.AlreadyAccepted, 0, null, "Taken in an earlier run.", entry.RecipientSendId),
            JournalState.Rejected => new(
                SendOutcome.Rejected, entry.ErrorCode, entry.ErrorName, "Rejected in an earlier run.", entry.RecipientSendId),
            _ => new(
                SendOutcome.Unknown, null, "SentInEarlierRun", "Sent in an earlier run without an outcome; too late or unsafe to repeat."),
        };
        return Make(messageKey, recipient.ContactKey, recipient.To, outcome, new Circumstances
        {
            RequestId = entry.RequestId,
            HttpStatus = entry.HttpStatus,
            SentAt = entry.FirstSentAt,
            FromJournal = true,
        });
    }

    public SendResult Declined(BatchEntry entry) => Make(
        entry.MessageKey,
        entry.ContactKey,
        entry.To,
        new RecipientOutcome(SendOutcome.Cancelled, null, "Declined", "Not confirmed."),
        new Circumstances());

    public SendResult Sent(BatchEntry entry, RecipientOutcome outcome, Exchange<BatchAnswer> exchange) => Make(
        entry.MessageKey, entry.ContactKey, entry.To, outcome, new Circumstances
        {
            RequestId = exchange.RequestId,
            HttpStatus = exchange.Status,
            Attempts = exchange.Attempts,
            SentAt = exchange.SentAt,
        });

    private SendResult Make(string? key, string? contactKey, string? to, RecipientOutcome outcome, Circumstances how) =>
        format.Channel == MessageChannel.Triggered
            ? Make<TriggeredSendResult>(key, contactKey, to, outcome, how)
            : Make<SendResult>(key, contactKey, to, outcome, how);

    private TResult Make<TResult>(
        string? key, string? contactKey, string? to, RecipientOutcome outcome, Circumstances how)
        where TResult : SendResult, new() => new()
        {
            MessageKey = key,
            ContactKey = contactKey,
            To = to,
            Channel = format.Channel,
            DefinitionKey = format.DefinitionName,
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

    private readonly record struct Circumstances(
        string? RequestId, int? HttpStatus, int Attempts, DateTimeOffset? SentAt, bool FromJournal);
}
