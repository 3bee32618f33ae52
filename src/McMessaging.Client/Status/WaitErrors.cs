using System.Globalization;

namespace McMessaging.Status;

/// <summary>Why a wait ended without a final state, in words for people.</summary>
internal static class WaitErrors
{
    public static McException InvalidTimeout() => new(
        "InvalidWaitTimeout",
        McErrorCategory.InvalidArgument,
        "The time to wait is not between 1 second and 3 days.",
        "Give 1 to 259200 seconds: the service remembers states for three days.");

    public static McException TimedOut(MessageStatus status, TimeSpan timeout, McException? lastError)
    {
        var seen = lastError switch
        {
            { Category: McErrorCategory.ObjectNotFound } => "The service does not know the message.",
            null when status.State == MessageState.Queued => "It is still queued.",
            null when status.State == MessageState.NotSent => "Its subscriber takes no email now; it is sent later.",
            null => "The service gave no state.",
            _ => lastError.Message,
        };
        return new McException(
            "WaitTimedOut",
            McErrorCategory.OperationTimeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Message '{status.MessageKey}' has no final state after {timeout.TotalSeconds:0} seconds. {seen}"),
            "Wait longer. Check the message key and the channel, and that the definition is active: "
                + "an inactive one keeps its messages queued for three days.",
            lastError)
        {
            HttpStatus = lastError?.HttpStatus,
            ErrorCode = lastError?.ErrorCode,
            RequestId = lastError?.RequestId ?? status.RequestId,
        };
    }
}
