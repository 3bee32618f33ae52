namespace McMessaging.Errors.Tables;

/// <summary>
/// How far an SMS came, by the service's table of SMS status codes; of several codes the highest counts.
/// </summary>
internal static class SmsDeliveryErrorTable
{
    private const string Nothing = "Nothing: wait for a higher code.";
    private const string Later = "Send again later.";
    private const string CorrectNumber = "Correct the mobile number: digits with the country code.";
    private const string AskRecipient = "Check the number with the recipient.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(1000, "QueuedToSfmcSendService", "Waiting in the service's own queue.", Nothing),
        Of(1500, "QueueFailureToSfmcSendService", "The service could not put the message into its queue.", Later,
            RepeatHelps.Yes),
        Of(1501, "ValidationError", "A check inside the service failed.", Later, RepeatHelps.Yes),
        Of(2000, "DeliveredToAggregator", "Handed to the aggregator; on a shared code this is the last that is known.",
            Nothing),
        Of(2500, "FailedToAggregator", "Could not be handed to the aggregator.", Later, RepeatHelps.Yes),
        Of(2501, "UnknownToAggregator", "The aggregator failed to process the message.", Later, RepeatHelps.Maybe),
        Of(2502, "FailedToAggregatorDueToInvalidDestinationAddress", "The aggregator found the number invalid.",
            CorrectNumber),
        Of(2600, "ThrottledToAggregator", "The aggregator had no capacity, and the service gave up.", Later,
            RepeatHelps.Maybe),
        Of(2601, "SocketExceptionToAggregator", "No connection to the aggregator, and the service gave up.", Later,
            RepeatHelps.Maybe),
        Of(3000, "Enroute", "On its way to the carrier.", Nothing),
        Of(3001, "SentToCarrier", "Sent to the carrier, which has not accepted it yet.", Nothing),
        Of(3002, "AcceptedByCarrier", "Accepted by the carrier; the delivery is not confirmed yet.", Nothing),
        Of(3400, "Unknown", "The carrier gave no reason that is known.", "Ask the recipient before you send again.",
            RepeatHelps.Maybe),
        Of(4000, "Delivered", "Delivered to the phone.", "Nothing."),
        Of(4500, "Undeliverable", "Could not be delivered to the phone.", AskRecipient),
        Of(4501, "Expired", "The carrier gave up: the phone was out of reach for too long.", Later, RepeatHelps.Maybe),
        Of(4502, "Deleted", "The carrier deleted the message.", AskRecipient),
        Of(4503, "Rejected", "The carrier refused the message: as spam, as a loop, or for the number's contract.",
            "Check the text for what carriers take for spam."),
        Of(4504, "FailedDueToUnknownSubscriber", "The carrier does not know the number.", AskRecipient),
        Of(4505, "FailedDueToInvalidDestinationAddress", "The carrier found the number invalid.", CorrectNumber),
    ];

    private static ErrorInfo Of(
        int code, string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.SmsDelivery, ErrorChannels.Sms, null, meaning, action, repeat);
}
