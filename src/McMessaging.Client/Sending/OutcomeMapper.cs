using System.Net;
using System.Runtime.CompilerServices;
using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>Says what became of each recipient of one request, from all that is known of its attempts.</summary>
internal sealed class OutcomeMapper(RequestResult<BatchResponse> requestResult, int sentCount)
{
    // What most recipients come to is made once for all.
    private static readonly RecipientOutcome AcceptedWithoutId = new(SendOutcome.Accepted, 0, null, null);

    private static readonly RecipientOutcome Open = new(
        SendOutcome.Unknown,
        null,
        "AnswerDoesNotFit",
        "The service responded, but not for this recipient.",
        IsOpen: true);

    private readonly bool _isForAll = requestResult.Status is >= 200 and < 300;
    private readonly bool _contradictsItself = requestResult.Response is { ContradictsItself: true };

    public static RecipientOutcome Cancelled { get; } =
        new(SendOutcome.Cancelled, null, "Cancelled", "Stopped before it was sent.");

    /// <param name="index">The recipient's place in the request.</param>
    /// <param name="entry">What is known of it from before.</param>
    /// <param name="mayBeTakenBefore">Whether an earlier request of this run may have brought it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecipientOutcome Map(int index, BatchEntry entry, bool mayBeTakenBefore = false)
    {
        var mayBeTaken = requestResult.MayBeTaken || entry.MayBeTaken || mayBeTakenBefore;
        return requestResult.End switch
        {
            RequestEnd.Completed => OfResponse(requestResult.Response!, index, entry, mayBeTaken),
            RequestEnd.Refused => OfRefusal(requestResult.Error?.Code, requestResult.Description, entry, mayBeTaken),
            RequestEnd.Stopped when !mayBeTaken => Cancelled,
            RequestEnd.RateLimited or RequestEnd.NoToken when !mayBeTaken =>
                NotBegun(requestResult.Error?.Code, requestResult.Description),
            _ when mayBeTaken => Unknown(requestResult.Error?.Code, requestResult.Description),
            _ => NotTaken(requestResult.Error?.Code, requestResult.Description),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientOutcome OfResponse(BatchResponse response, int index, BatchEntry entry, bool mayBeTaken)
    {
        var item = index < response.Items.Count ? response.Items[index] : default;
        if (item.Status == ItemStatus.Refused)
        {
            return OfItem(item, entry, mayBeTaken);
        }

        if (RefusesAll(response))
        {
            var refusal = OfRefusal(response.ErrorCode, response.Message, entry, mayBeTaken);
            return requestResult.IsRefusalHidden && refusal.Message == response.Message
                ? refusal with { Message = requestResult.Description }
                : refusal;
        }

        // Without a code of its own, a recipient of a refused request may have been taken all the same. Where nobody
        // has one, nobody is known to be taken: who was refused is not told.
        return _isForAll && item.Status == ItemStatus.Taken && !_contradictsItself
            ? Accepted(item.RecipientSendId)
            : Open;
    }

    private bool RefusesAll(BatchResponse response) =>
        response.IsRefusal && (response.Items.Count == 0 || (!_isForAll && sentCount == 1));

    private static RecipientOutcome Accepted(string? sendId) =>
        sendId is null ? AcceptedWithoutId : AcceptedWithoutId with { RecipientSendId = sendId };

    private static RecipientOutcome OfItem(ResponseItem item, BatchEntry entry, bool mayBeTaken) =>
        item.Code == ServiceCodes.DuplicateMessageKey && (mayBeTaken || entry.KeyIsDerived)
            ? AlreadyAccepted(mayBeTaken)
            : new RecipientOutcome(SendOutcome.Rejected, item.Code, item.Name, item.Message, item.RecipientSendId);

    private RecipientOutcome OfRefusal(int? code, string? message, BatchEntry entry, bool mayBeTaken)
    {
        if (code == ServiceCodes.DuplicateMessageKey && (mayBeTaken || entry.KeyIsDerived) && sentCount == 1)
        {
            return AlreadyAccepted(mayBeTaken);
        }

        // Nobody is valid where everybody was taken before, too, and of several keys one may be a duplicate: asked once
        // more, the service may say so of each.
        var mayBeDuplicate = requestResult.Status is 202 or 400
            && code switch
            {
                ServiceCodes.NoValidSubscribers => mayBeTaken || entry.KeyIsDerived,
                ServiceCodes.DuplicateMessageKey => sentCount > 1,
                _ => false,
            };
        if (mayBeTaken || (code == ServiceCodes.DuplicateMessageKey && entry.KeyIsDerived))
        {
            return Unknown(code, message) with { IsOpen = mayBeDuplicate, IsRefusedWithOthers = !mayBeTaken };
        }

        return ServiceCodes.BlamesRecipients(code)
            ? new RecipientOutcome(SendOutcome.Rejected, code, Name(code, message), message) { IsOpen = mayBeDuplicate }
            : NotTaken(code, message);
    }

    private RecipientOutcome NotTaken(int? code, string? message) =>
        new(SendOutcome.Failed, code is 0 ? null : code, Name(code, message), message);

    private RecipientOutcome NotBegun(int? code, string? message) =>
        new(SendOutcome.Cancelled, code is 0 ? null : code, Name(code, message), message);

    private RecipientOutcome Unknown(int? code, string? message) =>
        new(SendOutcome.Unknown, code is 0 ? null : code, Name(code, message), message);

    private static RecipientOutcome AlreadyAccepted(bool byEarlierAttempt)
    {
        var when = byEarlierAttempt ? "by an earlier attempt" : "earlier under this run id";
        var message = $"Taken {when}: the service knows its message key.";
        return new(SendOutcome.AlreadyAccepted, 0, null, message) { IsFromElsewhere = !byEarlierAttempt };
    }

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
internal sealed record RecipientOutcome(
    SendOutcome Outcome, int? Code, string? Name, string? Message, string? RecipientSendId = null, bool IsOpen = false)
{
    /// <summary>Whether it was taken under this run id, but by no attempt that this run or its journal knows.</summary>
    public bool IsFromElsewhere { get; init; }

    /// <summary>Whether a request was refused for one of several recipients, before any was taken.</summary>
    public bool IsRefusedWithOthers { get; init; }
}
