using System.Globalization;

namespace McMessaging.Sandboxing.Status;

/// <summary>A code of the service for a message that was accepted and not sent, and its text.</summary>
internal sealed record NotSentReason(int Code, string Message)
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "Unsubscribed",
        [2] = "Held",
        [5] = "InvalidEmailAddress",
        [8] = "The subscriber key and subscriber ID are missing",
        [16] = "InvalidAttributeValue",
        [23] = "DomainExclusion",
        [24] = "ListDetectiveExclusion",
        [25] = "SubscriberBlackedOut",
        [2502] = "FailedToAggregatorDueToInvalidDestinationAddress",
        [4500] = "Undeliverable",
        [4503] = "Rejected",
        [4505] = "FailedDueToInvalidDestinationAddress",
    };

    public static NotSentReason Dropped { get; } = new(0, "The message was dropped from the queue of its definition");

    public static NotSentReason MissingSubscriberKey { get; } = Of(8);

    public static NotSentReason Of(int code) => new(
        code,
        Names.GetValueOrDefault(code, string.Create(CultureInfo.InvariantCulture, $"Not sent ({code})")));
}
