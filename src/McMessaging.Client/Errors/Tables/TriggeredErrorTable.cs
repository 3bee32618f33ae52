namespace McMessaging.Errors.Tables;

/// <summary>
/// Responses to Email Studio triggered sends, by the service's tables 17000 to 17999 and 18000 to 18999.
/// </summary>
internal static class TriggeredErrorTable
{
    private const string CheckKey = "Check the key or id of the triggered send, and the connection's business unit.";
    private const string StartIt = "Finish the triggered send in Email Studio and start it.";
    private const string Support = "Contact Salesforce with the request id.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(18000, "TriggeredSendObjectNotFound", "The request names no triggered send.", CheckKey),
        Of(18001, "TriggeredSendSubscriberProcessingParametersNotFound",
            "The triggered send is not fully set up, or was never started.", StartIt),
        Of(18002, "TriggeredSendUnableToCreateRequest",
            "The key or id is unknown in this account, or the triggered send is neither active nor paused.",
            CheckKey + " " + StartIt),
        Of(18003, "TriggeredSendSubscribersNotQueuedForOMM", "The service could not queue the send.", Support,
            RepeatHelps.Maybe),
        Of(18004,
            "TriggeredSendErrorNotifyingOMM", "The service could not pass the send on.", Support, RepeatHelps.Maybe),
        Of(18005, "TriggeredSendUnableToUpdateSubscriberProcessingResults",
            "The service could not record what became of the subscriber.", Support, RepeatHelps.Maybe),
        Of(18006, "TriggeredSendSubscriberProcessingError",
            "The subscriber could not be processed: the domain is excluded, or the sender's address is invalid.",
            "Check the address, the exclusion lists and the sender."),
        Of(180007, "TriggeredSendSubscribersNotFound", "The request has no subscriber.",
            "Give an address and a contact key."),
        Of(180008, "NoValidSubscribers", "Nothing was queued: the subscriber is not valid.",
            "Check the address, the contact key and required attributes, and that the subscriber may be sent to."),
        new(null, "InvalidOrMissingToAddress", ErrorLevel.Triggered, ErrorChannels.Triggered, 202,
            "The address is missing or malformed.", "Give a valid address.", RepeatHelps.No),
        new(null, "TriggeredSendError", ErrorLevel.Triggered, ErrorChannels.Triggered, 202,
            "The service refused the send without a code that is known here.",
            "Read the message of the result.", RepeatHelps.No),
    ];

    private static ErrorInfo Of(
        int code, string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.Triggered, ErrorChannels.Triggered, null, meaning, action, repeat);
}
