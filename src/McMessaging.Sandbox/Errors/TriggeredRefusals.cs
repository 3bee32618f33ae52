namespace McMessaging.Sandboxing.Errors;

/// <summary>The errors of triggered sends.</summary>
internal static class TriggeredRefusals
{
    public static ServiceError NoValidSubscribers { get; } =
        new(180008, "Unable to queue Triggered Send request. There are no valid subscribers.");

    public static ServiceError InvalidOrMissingToAddress { get; } = new(0, "InvalidOrMissingToAddress");
}
