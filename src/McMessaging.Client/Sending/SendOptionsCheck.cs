using McMessaging.Recipients;

namespace McMessaging.Sending;

/// <summary>Refuses options that cannot be meant, before anything is sent.</summary>
internal static class SendOptionsCheck
{
    public static void Check(SendOptions options)
    {
        var isTriggered = options.Channel == MessageChannel.Triggered;
        var hasKey = !string.IsNullOrWhiteSpace(options.DefinitionKey);
        Require(
            hasKey || (isTriggered && options.DefinitionId is not null),
            "The definition key is missing.",
            "Give the key of a send definition.");
        Require(
            !isTriggered || !hasKey || options.DefinitionId is null,
            "Both a key and an id of the triggered send are given.",
            "Give one of them.");
        RequireUnicode(options.DefinitionKey, "definition key");
        RequireUnicode(options.RunId, "run id");
        RequireUnicode(options.MessageText, "message text");
        RequireUnicode(options.FromAddress, "sender's address");
        RequireUnicode(options.FromName, "sender's name");
        Require(
            options.RunId is null || !string.IsNullOrWhiteSpace(options.RunId),
            "The run id is empty.",
            "Give a run id, or leave it out.");
        Require(
            options.BatchSize is null or (>= 1 and <= SendLimits.MaxBatchSize),
            $"The batch size is not between 1 and {SendLimits.MaxBatchSize}.",
            $"Give 1 to {SendLimits.MaxBatchSize}, or leave it out.");
        Require(
            options.ThrottleLimit is >= 1 and <= SendLimits.MaxThrottleLimit,
            $"The throttle limit is not between 1 and {SendLimits.MaxThrottleLimit}.",
            $"Give 1 to {SendLimits.MaxThrottleLimit}.");
        Require(
            options.RecipientsPerMinute is null or >= 1,
            "The rate is less than one recipient a minute.",
            "Give 1 or more, or leave it out.");
        Require(options.MaxRetryCount >= 0, "The number of retries is negative.", "Give 0 or more.");
        Require(
            options.Timeout > TimeSpan.Zero,
            "The time limit of an attempt is not positive.",
            "Give 1 second or more.");
        Require(
            options.RetryTimeout > TimeSpan.Zero,
            "The time limit of a batch is not positive.",
            "Give 1 second or more.");
    }

    private static void RequireUnicode(string? text, string what) => Require(
        !ScalarText.HasHalfCharacter(text),
        $"The {what} holds half a character (a surrogate without its other half).",
        "Give Unicode text.");

    private static void Require(bool holds, string message, string action)
    {
        if (!holds)
        {
            throw new McException("InvalidSendOption", McErrorCategory.InvalidArgument, message, action);
        }
    }
}
