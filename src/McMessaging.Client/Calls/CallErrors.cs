using System.Globalization;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Calls;

/// <summary>Why a call failed, in words for people.</summary>
internal static class CallErrors
{
    public static McException Of(ServiceCall call, RequestResult<JsonResponse> requestResult)
    {
        // A rate limit that the service itself told of is told in its words.
        if (requestResult is { Cause: { } cause } and not { End: RequestEnd.RateLimited, Status: not null })
        {
            return cause;
        }

        (var id, var category, var action) = requestResult.MayBeTaken && !call.CanRetryAmbiguous
            ? OutcomeUnknown(requestResult)
            : requestResult.Status is { } status ? OfStatus(status, call, requestResult) : OfFault(requestResult.Fault);
        return new McException(id, category, Message(call, requestResult), action)
        {
            HttpStatus = requestResult.Status,
            ErrorCode = requestResult.Error?.Code,
            RequestId = requestResult.RequestId,
        };
    }

    private static string Message(ServiceCall call, RequestResult<JsonResponse> requestResult)
    {
        var attempts = requestResult.Attempts > 1
            ? string.Create(CultureInfo.InvariantCulture, $" ({requestResult.Attempts} attempts)")
            : "";
        return $"Cannot {call.Purpose}: {requestResult.Description.TrimEnd('.')}{attempts}.";
    }

    private static (string Id, McErrorCategory Category, string Action) OutcomeUnknown(
        RequestResult<JsonResponse> requestResult) => (
        "OutcomeUnknown",
        requestResult.Status is { } status
            ? ErrorCategories.OfStatus(status, McErrorCategory.ProtocolError)
            : OfFault(requestResult.Fault).Category,
        "It may have been done nonetheless. Check before you try again.");

    private static (string Id, McErrorCategory Category, string Action) OfStatus(
        int status, ServiceCall call, RequestResult<JsonResponse> requestResult)
    {
        (var id, var action) = status switch
        {
            401 => ("AuthenticationFailed", "Connect again with valid credentials."),
            403 => ("PermissionDenied", PermissionAction(call)),
            404 => ("NotFound", "Check the key, the channel, and the business unit of the connection."),
            409 when requestResult.Error?.Code != ServiceCodes.InvalidStateTransition =>
                ("AlreadyExists", "Use another key and another name, or change the one that exists."),
            429 => ("RateLimited", "Wait a few minutes, and ask less often."),
            >= 200 and < 300 => ("UnreadableAnswer", "Look for a proxy that responds in place of the service."),
            596 => ("ServiceNotFound", "Check the REST address of the connection."),
            408 or >= 500 => ("ServiceUnavailable", "Try again later."),
            _ => ("RequestRejected", RejectionAction(requestResult.Error?.Code)),
        };
        return (id, Category(status, requestResult.Error?.Code), action);
    }

    private static McErrorCategory Category(int status, int? code) =>
        code is ServiceCodes.InvalidOperation or ServiceCodes.InvalidStateTransition
            ? McErrorCategory.InvalidOperation
            : ErrorCategories.OfStatus(status, McErrorCategory.InvalidData);

    private static string PermissionAction(ServiceCall call) => call.Scope is null
        ? "Give the installed package access to the business unit of the connection."
        : $"Give the installed package the scope {call.Scope}, wait 5 minutes, and connect again.";

    private static string RejectionAction(int? code) => code switch
    {
        ServiceCodes.InvalidOperation =>
            "Bring it into a state that allows this: a queue can be cleared only while its definition is inactive.",
        null or 0 => "Correct what the message names, then try again.",
        { } known => string.Create(
            CultureInfo.InvariantCulture,
            $"Correct what the message names, then try again. Get-McErrorInfo {known} explains the code."),
    };

    private static (string Id, McErrorCategory Category, string Action) OfFault(TransportError fault) => fault switch
    {
        TransportError.NeverSent => (
            "ServiceUnreachable", McErrorCategory.ConnectionError, "Check the network and the proxy, then try again."),
        TransportError.TimedOut => ("RequestTimedOut", McErrorCategory.OperationTimeout, "Try again later."),
        _ => ("ConnectionBroken", McErrorCategory.ConnectionError, "Try again; check the network and the proxy."),
    };
}
