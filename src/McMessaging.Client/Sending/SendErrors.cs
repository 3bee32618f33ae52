using System.Globalization;
using McMessaging.Endpoints;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>The errors of a send, in words for people; without addresses or attribute values.</summary>
internal static class SendErrors
{
    /// <summary>The one error for all recipients of a run that share an outcome.</summary>
    /// <param name="kind">The recipients.</param>
    /// <param name="summary">The counts of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="deferral">Why the rest of the run must be sent later, if it must.</param>
    public static McException Of(RunError kind, SendSummary summary, RunName run, McException? deferral)
    {
        var (id, category, why, action) = kind.Outcome switch
        {
            SendOutcome.Unknown => (
                "OutcomeUnknown",
                Category(kind.Request, McErrorCategory.ProtocolError),
                Why(kind),
                SendAdvice.OnUnknown(kind, run)),
            SendOutcome.Failed => (
                "RequestFailed",
                Category(kind.Request, McErrorCategory.ResourceUnavailable),
                Why(kind),
                SendAdvice.OnFailed(run, summary)),
            SendOutcome.Rejected => (
                "RecipientsRejected",
                McErrorCategory.InvalidData,
                Codes(kind),
                SendAdvice.OnRejected(kind, run, summary)),
            _ => (
                "RunStopped",
                deferral?.Category ?? McErrorCategory.OperationStopped,
                deferral is null ? "." : $". {deferral.Message}",
                SendAdvice.OnStopped(run, summary, deferral)),
        };
        return new McException(id, category, Counts(kind, summary) + why, action)
        {
            HttpStatus = kind.Request?.Status ?? deferral?.HttpStatus,
            ErrorCode = CodeOf(kind),
            RequestId = kind.Request?.RequestId,
        };
    }

    /// <summary>The error that ended a run, with what became of all who were read.</summary>
    public static McException WithCounts(McException reason, SendSummary summary, RunName run)
    {
        string[] parts =
        [
            Part(summary.Accepted + summary.AlreadyAccepted, "accepted"),
            Part(summary.Unknown, "with an unknown outcome"),
            Part(summary.Failed, "failed"),
            Part(summary.Rejected, "rejected"),
            Part(summary.Cancelled, "not sent"),
        ];
        var list = string.Join(", ", parts.Where(part => part.Length > 0));
        return list.Length == 0 ? reason : new McException(
            reason.ErrorId,
            reason.Category,
            $"{reason.Message.TrimEnd('.')}. Of {CountWords.Recipients(summary.Total)} read: {list}.",
            summary.MaySendTwice()
                ? $"{reason.RecommendedAction} {SendAdvice.OnNextRun(run)}"
                : reason.RecommendedAction,
            reason)
        {
            HttpStatus = reason.HttpStatus,
            ErrorCode = reason.ErrorCode,
            RequestId = reason.RequestId,
        };
    }

    public static McException Unauthorized(RequestResult<BatchResponse> requestResult) => Make(
        "AuthenticationFailed",
        McErrorCategory.AuthenticationError,
        "The service refused the access token, and no other token could be obtained; the run stopped.",
        requestResult,
        "Connect again with valid credentials.");

    public static McException BadDefinition(string definition, RequestResult<BatchResponse> requestResult) => Make(
        "DefinitionNotUsable",
        McErrorCategory.ObjectNotFound,
        $"The service has no usable definition '{definition}'; the run stopped.",
        requestResult,
        "Check the definition key, the business unit of the connection, and that the definition is active.");

    public static McException Unexpected(Exception exception) => new(
        "UnexpectedError",
        McErrorCategory.NotSpecified,
        $"An unexpected error ended the run: {UnexpectedError.Describe(exception)}.",
        "Please report it, with the command and this text; then send what was not sent.");

    private static McException Make(
        string id,
        McErrorCategory category,
        string message,
        RequestResult<BatchResponse> requestResult,
        string action) =>
        new(id, category, message, action)
        {
            HttpStatus = requestResult.Status,
            ErrorCode = requestResult.ErrorCode(),
            RequestId = requestResult.RequestId,
        };

    private static string Counts(RunError kind, SendSummary summary)
    {
        string[] others =
        [
            kind.Outcome == SendOutcome.Unknown ? "" : Part(summary.Unknown, "with an unknown outcome"),
            kind.Outcome == SendOutcome.Failed ? "" : Part(summary.Failed, "failed"),
            kind.Outcome == SendOutcome.Rejected ? "" : Part(summary.Rejected, "rejected"),
            kind.Outcome == SendOutcome.Cancelled ? "" : Part(summary.Cancelled, "not sent"),
        ];
        var rest = string.Join(", ", others.Where(part => part.Length > 0));
        var verb = kind.Outcome switch
        {
            SendOutcome.Unknown => kind.Count == 1 ? "has an unknown outcome" : "have an unknown outcome",
            SendOutcome.Failed => "failed",
            SendOutcome.Rejected => kind.Count == 1 ? "was rejected" : "were rejected",
            _ => kind.Count == 1 ? "was not sent" : "were not sent",
        };
        var all = string.Create(
            CultureInfo.InvariantCulture, $"{kind.Count:N0} of {CountWords.Recipients(summary.Total)} {verb}");
        return rest.Length == 0 ? all : $"{all} (and {rest})";
    }

    private static string Part(long count, string what) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static string Why(RunError kind) => kind.Request switch
    {
        null or { End: RequestEnd.Completed } => Codes(kind),
        { Cause: { } cause } => ". " + cause.Message,
        { Attempts: var attempts, Description: var description } =>
            $". Last attempt ({attempts}): {description.TrimEnd('.')}.",
    };

    private static string Codes(RunError kind)
    {
        var codes = kind.Codes
            .OrderByDescending(code => code.Value)
            .Select(code => string.Create(
                CultureInfo.InvariantCulture, $"{code.Key.Code} {code.Key.Name} ({code.Value:N0})").TrimStart());
        return $": {string.Join(", ", codes)}.";
    }

    private static int? CodeOf(RunError kind) =>
        kind.Request?.ErrorCode() ?? (kind.Codes.Count == 1 ? kind.Codes.Keys.First().Code : null);

    private static McErrorCategory Category(
        RequestResult<BatchResponse>? requestResult, McErrorCategory otherwise) => requestResult switch
        {
            null => otherwise,
            { Cause: { } cause } => cause.Category,
            { Fault: TransportError.NeverSent or TransportError.Broken } => McErrorCategory.ConnectionError,
            { Fault: TransportError.TimedOut } => McErrorCategory.OperationTimeout,
            { Status: { } status } => ErrorCategories.OfStatus(status, otherwise),
            _ => otherwise,
        };
}
