using System.Globalization;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>The errors of a send, in words for people; without addresses or attribute values.</summary>
internal static class SendErrors
{
    /// <summary>The one error of a request, by the gravest of its outcomes; <c>null</c> if there is nothing to tell.</summary>
    public static McException? Of(IReadOnlyList<SendResult> results, RequestResult<BatchResponse>? requestResult)
    {
        var rejected = results.Count(result => result.Outcome == SendOutcome.Rejected);
        var failed = results.Count(result => result.Outcome == SendOutcome.Failed);
        var unknown = results.Count(result => result.Outcome == SendOutcome.Unknown);
        if (rejected + failed + unknown == 0)
        {
            return null;
        }

        var counts = Counts(rejected, failed, unknown, results.Count);
        if (unknown > 0)
        {
            return Make("OutcomeUnknown", Category(requestResult, McErrorCategory.ProtocolError), counts + Why(requestResult), requestResult,
                "They may have been sent. With a journal, run the same command again within 48 hours; else look at the message status before you send again.");
        }

        return failed > 0
            ? Make("RequestFailed", Category(requestResult, McErrorCategory.ResourceUnavailable), counts + Why(requestResult), requestResult,
                "They were not sent. Mend the cause, then send them again.")
            : Make("RecipientsRejected", McErrorCategory.InvalidData, counts + Codes(results), requestResult,
                "Mend their data and send them again; a repeat with the same data fails again. Get-McErrorInfo explains the codes.");
    }

    public static McException Unauthorized(RequestResult<BatchResponse> requestResult) => Make(
        "AuthenticationFailed",
        McErrorCategory.AuthenticationError,
        "The service refused the access token, and there is no other that it takes. The run ended here.",
        requestResult,
        "Connect again with valid credentials.");

    public static McException BadDefinition(string definition, RequestResult<BatchResponse> requestResult) => Make(
        "DefinitionNotUsable",
        McErrorCategory.ObjectNotFound,
        $"The service knows no usable definition '{definition}'. The run ended here.",
        requestResult,
        "Check the definition key, the business unit of the connection, and that the definition is active.");

    private static McException Make(
        string id, McErrorCategory category, string message, RequestResult<BatchResponse>? requestResult, string action) =>
        new(id, category, message, action)
        {
            HttpStatus = requestResult?.Status,
            ErrorCode = requestResult?.Response?.ErrorCode ?? requestResult?.Error?.Code,
            RequestId = requestResult?.RequestId,
        };

    private static string Counts(int rejected, int failed, int unknown, int total)
    {
        string[] parts =
        [
            Part(rejected, "rejected"), Part(failed, "failed"), Part(unknown, "with an unknown outcome"),
        ];
        var list = string.Join(", ", parts.Where(part => part.Length > 0));
        return string.Create(CultureInfo.InvariantCulture, $"Of {total} recipients: {list}.");
    }

    private static string Part(int count, string what) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}");

    private static string Why(RequestResult<BatchResponse>? requestResult) =>
        requestResult is null or { End: RequestEnd.Completed } ? ""
        : requestResult.Cause is { } cause ? " " + cause.Message
        : $" Last attempt ({requestResult.Attempts}): {requestResult.Description}.";

    private static string Codes(IReadOnlyList<SendResult> results) => " " + string.Join(", ", results
        .Where(result => result.Outcome == SendOutcome.Rejected)
        .GroupBy(result => (result.ErrorCode, result.ErrorName))
        .Select(group => $"{group.Key.ErrorCode} {group.Key.ErrorName} ({group.Count()})".TrimStart())) + ".";

    private static McErrorCategory Category(RequestResult<BatchResponse>? requestResult, McErrorCategory otherwise) => requestResult switch
    {
        null => otherwise,
        { Cause: { } cause } => cause.Category,
        { Fault: TransportError.NeverSent or TransportError.Broken } => McErrorCategory.ConnectionError,
        { Fault: TransportError.TimedOut } => McErrorCategory.OperationTimeout,
        { Status: { } status } => ErrorCategories.OfStatus(status, otherwise),
        _ => otherwise,
    };
}
