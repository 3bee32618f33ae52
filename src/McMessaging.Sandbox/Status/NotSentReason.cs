namespace McMessaging.Sandboxing.Status;

/// <summary>A code of the service for a message that was accepted and not sent, and its text.</summary>
internal sealed record NotSentReason(int Code, string Message)
{
    public static NotSentReason ListDetective { get; } = new(24, "ListDetectiveExclusion");

    public static NotSentReason InvalidNumber { get; } =
        new(2502, "FailedToAggregatorDueToInvalidDestinationAddress");

    public static NotSentReason Dropped { get; } = new(0, "The message was dropped from the queue of its definition");

    public static NotSentReason MissingSubscriberKey { get; } =
        new(8, "The subscriber key and subscriber ID are missing");
}
