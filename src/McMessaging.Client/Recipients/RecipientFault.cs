namespace McMessaging.Recipients;

/// <summary>
/// Why an input object is no recipient: the service's own code where it has one, and what to correct.
/// </summary>
internal sealed record RecipientFault(int? Code, string Name, string Message)
{
    public static RecipientFault NoContactKey(string members) => new(
        109105, "Validation_MissingRequiredField_subscriberKey", $"No contact key: {members} is missing or empty.");

    public static RecipientFault NoSuchMember(string name) => new(
        null, "MissingProperty", $"The input object has no property '{name}'.");

    public static RecipientFault Unreadable(string name, string why) => new(
        null, "UnreadableProperty", $"The property '{name}' cannot be used: {why}");

    public static RecipientFault NoMembers() => new(
        null,
        "NotARecipient",
        "The input has no properties. Give an object, a hashtable or a recipient with a ContactKey.");

    public static RecipientFault ResultIsNoRecipient() => new(
        null,
        "ResultIsNotARecipient",
        "A send's result holds no attributes, so it cannot be sent again. "
            + "Send the original object: find it by ContactKey.");

    public static RecipientFault KeyTooLong() => new(
        109108, "Validation_InvalidValue_messageKey", "The message key is longer than 100 characters.");

    public static RecipientFault DuplicateKey() => new(
        109110, "Validation_DuplicateMessageKey", "The message key occurs earlier in this run.");

    public static RecipientFault TooLarge(int bytes) => new(
        null,
        "RecipientTooLarge",
        $"The recipient alone needs {bytes} bytes; a request takes 4,000,000. Shorten its attributes.");
}
