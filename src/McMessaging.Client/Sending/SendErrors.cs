using System.Globalization;
using McMessaging.Answers;
using McMessaging.Errors;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Sending;

/// <summary>The errors of a send, in words for people; without addresses or attribute values.</summary>
internal static class SendErrors
{
    /// <summary>The one error of a request, by the gravest of its outcomes; <c>null</c> if there is nothing to tell.</summary>
    public static McException? Of(IReadOnlyList<SendResult> results, Exchange<BatchAnswer>? exchange)
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
            return Make("OutcomeUnknown", Category(exchange, McErrorCategory.ProtocolError), counts + Why(exchange), exchange,
                "They may have been sent. With a journal, run the same command again within 48 hours; else look at the message status before you send again.");
        }

        return failed > 0
            ? Make("RequestFailed", Category(exchange, McErrorCategory.ResourceUnavailable), counts + Why(exchange), exchange,
                "They were not sent. Mend the cause, then send them again.")
            : Make("RecipientsRejected", McErrorCategory.InvalidData, counts + Codes(results), exchange,
                "Mend their data and send them again; a repeat with the same data fails again. Get-McErrorInfo explains the codes.");
    }

    public static McException Unauthorized(Exchange<BatchAnswer> exchange) => Make(
        "AuthenticationFailed",
        McErrorCategory.AuthenticationError,
        "The service refused the access token, and there is no other that it takes. The run ended here.",
        exchange,
        "Connect again with valid credentials.");

    public static McException BadDefinition(string definition, Exchange<BatchAnswer> exchange) => Make(
        "DefinitionNotUsable",
        McErrorCategory.ObjectNotFound,
        $"The service knows no usable definition '{definition}'. The run ended here.",
        exchange,
        "Check the definition key, the business unit of the connection, and that the definition is active.");

    private static McException Make(
        string id, McErrorCategory category, string message, Exchange<BatchAnswer>? exchange, string action) =>
        new(id, category, message, action)
        {
            HttpStatus = exchange?.Status,
            ErrorCode = exchange?.Answer?.ErrorCode ?? exchange?.Error?.Code,
            RequestId = exchange?.RequestId,
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

    private static string Why(Exchange<BatchAnswer>? exchange) =>
        exchange is null or { End: ExchangeEnd.Answered } ? ""
        : exchange.Cause is { } cause ? " " + cause.Message
        : $" Last attempt ({exchange.Attempts}): {exchange.Description}.";

    private static string Codes(IReadOnlyList<SendResult> results) => " " + string.Join(", ", results
        .Where(result => result.Outcome == SendOutcome.Rejected)
        .GroupBy(result => (result.ErrorCode, result.ErrorName))
        .Select(group => $"{group.Key.ErrorCode} {group.Key.ErrorName} ({group.Count()})".TrimStart())) + ".";

    private static McErrorCategory Category(Exchange<BatchAnswer>? exchange, McErrorCategory otherwise) => exchange switch
    {
        null => otherwise,
        { Cause: { } cause } => cause.Category,
        { Fault: AttemptFault.NeverSent or AttemptFault.Broken } => McErrorCategory.ConnectionError,
        { Fault: AttemptFault.TimedOut } => McErrorCategory.OperationTimeout,
        { Status: { } status } => ErrorCategories.OfStatus(status, otherwise),
        _ => otherwise,
    };
}
