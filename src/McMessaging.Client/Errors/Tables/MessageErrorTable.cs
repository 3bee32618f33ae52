namespace McMessaging.Errors.Tables;

/// <summary>Responses to sends of email and SMS, by the service's table of response level error codes.</summary>
internal static class MessageErrorTable
{
    public static ErrorInfo[] Entries { get; } =
    [
        Of(109001, "ResponsesHasErrors", "Some recipients of the request were refused, the others were taken.",
            "Look at the error of each recipient; send only the refused ones again, once corrected."),
        Of(109101, "Validation_TooManySubscribers", "The request has more than 2,000 recipients.",
            "Send smaller batches: -BatchSize 2000 or less."),
        Of(109102, "Validation_NoSubscribers", "The request has no recipients.", "Give at least one recipient."),
        Of(109103, "Validation_NoValidSubscribers", "No recipient of the request is valid.",
            "Correct contact key and address of the recipients."),
        Of(109104, "Validation_MissingRequiredField_messageKey", "The message key is missing.",
            "Give a message key, or leave the property out so that one is derived."),
        Of(109105, "Validation_MissingRequiredField_subscriberKey", "The recipient has no contact key.",
            "Give a contact key, or name the property that has it: -ContactKeyProperty."),
        Of(109106, "Validation_MissingRequiredField_to", "The recipient has no address, and the service knows none.",
            "Give an address or a mobile number, or name the property that has it: -ToProperty."),
        Of(109108,
            "Validation_InvalidValue_messageKey", "The message key cannot be used: it is longer than 100 characters.",
            "Use a shorter message key."),
        Of(109109,
            "Validation_InvalidValue_subscriberKey", "The contact key cannot be used.", "Correct the contact key."),
        Of(109110, "Validation_DuplicateMessageKey",
            "A message with this key was taken in the last 72 hours, or earlier in the same run.",
            "Do nothing if it is the same message; give another one its own key."),
        Of(109111, "Validation_InvalidValue_definitionKey", "There is no usable definition with this key.",
            "Check the definition key, the channel, the business unit, and that the definition is active."),
        Of(109121, "Validation_InvalidValue_to", "The address or mobile number is malformed.",
            "Correct the address; a mobile number is digits with the country code."),
        Of(109122, "Validation_UnknownFieldName", "The request has a field that the route does not know.",
            "Leave the field out; check that the body fits the route."),
    ];

    private static ErrorInfo Of(int code, string name, string meaning, string action) =>
        new(code, name, ErrorLevel.Response, ErrorChannels.Messages, null, meaning, action, RepeatHelps.No);
}
