using System.Net;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Answers;

/// <summary>Says what became of each recipient of one request, from all that is known of its attempts.</summary>
internal sealed class OutcomeJudge(Exchange<BatchAnswer> exchange, int sentCount)
{
    private readonly bool _answeredForAll = exchange.Status is >= 200 and < 300;

    /// <param name="index">The recipient's place in the request.</param>
    /// <param name="mayBeTakenBefore">Whether an earlier run sent it and never learned the outcome.</param>
    public RecipientOutcome Judge(int index, bool mayBeTakenBefore)
    {
        var mayBeTaken = exchange.MayBeTaken || mayBeTakenBefore;
        return exchange.End switch
        {
            ExchangeEnd.Answered => OfAnswer(exchange.Answer!, index, mayBeTaken),
            ExchangeEnd.Refused => OfRefusal(exchange.Error?.Code, exchange.Description, mayBeTaken),
            ExchangeEnd.Stopped when !mayBeTaken => new RecipientOutcome(
                SendOutcome.Cancelled, null, "Cancelled", "Stopped before it was sent."),
            _ when mayBeTaken => Unknown(exchange.Description),
            _ => NotTaken(exchange.Error?.Code, exchange.Description),
        };
    }

    private RecipientOutcome OfAnswer(BatchAnswer answer, int index, bool mayBeTaken)
    {
        var item = index < answer.Items.Count ? answer.Items[index] : default;
        if (item.Verdict == ItemVerdict.Refused)
        {
            return OfItem(item, mayBeTaken);
        }

        if (!_answeredForAll || RefusesAll(answer))
        {
            return OfRefusal(answer.ErrorCode, answer.Message, mayBeTaken);
        }

        return item.Verdict == ItemVerdict.Taken
            ? new RecipientOutcome(SendOutcome.Accepted, 0, null, null, item.RecipientSendId)
            : new RecipientOutcome(
                SendOutcome.Unknown, null, "AnswerDoesNotFit", "The service answered, but not for this recipient.");
    }

    private static bool RefusesAll(BatchAnswer answer) =>
        answer.Items.Count == 0 && answer.ErrorCode is not (null or 0 or ServiceCodes.ResponsesHasErrors);

    private static RecipientOutcome OfItem(AnswerItem item, bool mayBeTaken) =>
        item.Code == ServiceCodes.DuplicateMessageKey && mayBeTaken
            ? AlreadyAccepted()
            : new RecipientOutcome(SendOutcome.Rejected, item.Code, item.Name, item.Message, item.RecipientSendId);

    private RecipientOutcome OfRefusal(int? code, string? message, bool mayBeTaken)
    {
        if (code == ServiceCodes.DuplicateMessageKey && mayBeTaken && sentCount == 1)
        {
            return AlreadyAccepted();
        }

        if (mayBeTaken)
        {
            return Unknown(message);
        }

        return ServiceCodes.BlamesRecipients(code)
            ? new RecipientOutcome(SendOutcome.Rejected, code, Name(code, message), message)
            : NotTaken(code, message);
    }

    private RecipientOutcome NotTaken(int? code, string? message) =>
        new(SendOutcome.Failed, code is 0 ? null : code, Name(code, message), message);

    private RecipientOutcome Unknown(string? message) => new(SendOutcome.Unknown, null, Name(null, null), message);

    private static RecipientOutcome AlreadyAccepted() =>
        new(SendOutcome.AlreadyAccepted, 0, null, "Taken by an earlier attempt: the service knows its message key.");

    private string Name(int? code, string? message) => ErrorCatalogue.NameOf(code, message) ?? exchange.Cause?.ErrorId ?? exchange.Fault switch
    {
        AttemptFault.NeverSent => "CouldNotConnect",
        AttemptFault.Broken => "ConnectionBroken",
        AttemptFault.TimedOut => "TimedOut",
        AttemptFault.Stopped => "Stopped",
        _ when exchange.Status is >= 200 and < 300 => "UnreadableAnswer",
        _ => exchange.Status is { } status && Enum.IsDefined((HttpStatusCode)status)
            ? ((HttpStatusCode)status).ToString()
            : $"Http{exchange.Status}",
    };
}
