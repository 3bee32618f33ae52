using System.Net;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>Says what became of each recipient of one request, from all that is known of its attempts.</summary>
internal sealed class OutcomeMapper(RequestResult<BatchResponse> requestResult, int sentCount)
{
    private readonly bool _isForAll = requestResult.Status is >= 200 and < 300;

    /// <param name="index">The recipient's place in the request.</param>
    /// <param name="mayBeTakenBefore">Whether an earlier run sent it and never learned the outcome.</param>
    public RecipientOutcome Map(int index, bool mayBeTakenBefore)
    {
        var mayBeTaken = requestResult.MayBeTaken || mayBeTakenBefore;
        return requestResult.End switch
        {
            RequestEnd.Completed => OfResponse(requestResult.Response!, index, mayBeTaken),
            RequestEnd.Refused => OfRefusal(requestResult.Error?.Code, requestResult.Description, mayBeTaken),
            RequestEnd.Stopped when !mayBeTaken => new RecipientOutcome(
                SendOutcome.Cancelled, null, "Cancelled", "Stopped before it was sent."),
            RequestEnd.RateLimited when !mayBeTaken =>
                Cancelled(requestResult.Error?.Code, requestResult.Description),
            _ when mayBeTaken => Unknown(requestResult.Description),
            _ => NotTaken(requestResult.Error?.Code, requestResult.Description),
        };
    }

    private RecipientOutcome OfResponse(BatchResponse response, int index, bool mayBeTaken)
    {
        var item = index < response.Items.Count ? response.Items[index] : default;
        if (item.Status == ItemStatus.Refused)
        {
            return OfItem(item, mayBeTaken);
        }

        if (RefusesAll(response))
        {
            return OfRefusal(response.ErrorCode, response.Message, mayBeTaken);
        }

        // Without a code of its own, a recipient of a refused request may have been taken all the same.
        return _isForAll && item.Status == ItemStatus.Taken
            ? new RecipientOutcome(SendOutcome.Accepted, 0, null, null, item.RecipientSendId)
            : Open();
    }

    private bool RefusesAll(BatchResponse response) =>
        response.ErrorCode is not (null or 0 or ServiceCodes.ResponsesHasErrors)
        && (response.Items.Count == 0 || (!_isForAll && sentCount == 1));

    private static RecipientOutcome Open() => new(
        SendOutcome.Unknown,
        null,
        "AnswerDoesNotFit",
        "The service responded, but not for this recipient.",
        IsOpen: true);

    private static RecipientOutcome OfItem(ResponseItem item, bool mayBeTaken) =>
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

    private RecipientOutcome Cancelled(int? code, string? message) =>
        new(SendOutcome.Cancelled, code is 0 ? null : code, Name(code, message), message);

    private RecipientOutcome Unknown(string? message) => new(SendOutcome.Unknown, null, Name(null, null), message);

    private static RecipientOutcome AlreadyAccepted() =>
        new(SendOutcome.AlreadyAccepted, 0, null, "Taken by an earlier attempt: the service knows its message key.");

    private string Name(int? code, string? message) =>
        ErrorCatalogue.NameOf(code, message) ?? requestResult.Cause?.ErrorId ?? NameOfFailure();

    private string NameOfFailure() => requestResult.Fault switch
    {
        TransportError.NeverSent => "CouldNotConnect",
        TransportError.Broken => "ConnectionBroken",
        TransportError.TimedOut => "TimedOut",
        TransportError.Stopped => "Stopped",
        _ when requestResult.Status is >= 200 and < 300 => "UnreadableAnswer",
        _ => requestResult.Status is { } status && Enum.IsDefined((HttpStatusCode)status)
            ? ((HttpStatusCode)status).ToString()
            : $"Http{requestResult.Status}",
    };
}

/// <summary>What became of a recipient, and why.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Code">The service's code.</param>
/// <param name="Name">The name of the error.</param>
/// <param name="Message">The service's words, or the client's.</param>
/// <param name="RecipientSendId">The service's id of a triggered send.</param>
/// <param name="IsOpen">Whether the service responded to the request, but not for this recipient.</param>
internal readonly record struct RecipientOutcome(
    SendOutcome Outcome, int? Code, string? Name, string? Message, string? RecipientSendId = null, bool IsOpen = false);
