namespace McMessaging.Recipients;

/// <summary>
/// Why an input object is no recipient: the service's own code where it has one, and what to correct.
/// </summary>
internal sealed record RecipientFault(int? Code, string Name, string Message)
{
    private const string NoContactKeyName = "Validation_MissingRequiredField_subscriberKey";

    public static RecipientFault NoContactKey(string member) => new(
        109105, NoContactKeyName, $"No contact key: the property '{MemberNames.Plain(member)}' is empty.");

    /// <param name="found">The names that are there, so that one can see what does not fit.</param>
    public static RecipientFault NoContactKeyMember(IEnumerable<string> found) => new(
        109105,
        NoContactKeyName,
        $"No contact key: there is no property {string.Join(" or ", RecipientNames.ContactKey)}. "
            + $"Found: {MemberNames.Describe(found)}.");

    public static RecipientFault NoSuchMember(string name, IEnumerable<string> found) => new(
        null,
        "MissingProperty",
        $"The input object has no property '{MemberNames.Plain(name)}'. Found: {MemberNames.Describe(found)}.");

    public static RecipientFault MalformedAddress(string member, MessageChannel channel) => new(
        109121,
        "Validation_InvalidValue_to",
        channel == MessageChannel.Sms
            ? $"The property '{MemberNames.Plain(member)}' is not a mobile number: give digits with the country code."
            : $"The property '{MemberNames.Plain(member)}' is not an email address.");

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

    public static RecipientFault NoReturnedKey() => new(
        null,
        "MissingReturnedKey",
        $"The column {RejectedColumns.Outcome} says that it may have been sent, and {RejectedColumns.MessageKey}, "
            + "which would tell, is missing. Use the row as it stands in the file of rejected rows.");

    public static RecipientFault KeyTooLong() => new(
        109108, "Validation_InvalidValue_messageKey", "The message key is longer than 100 characters.");

    public static RecipientFault DuplicateKey() => new(
        109110, "Validation_DuplicateMessageKey", "The message key occurs earlier in this run.");

    /// <summary>Of a row that came back with the key that the service refused.</summary>
    public static RecipientFault KeyUsedBefore() => new(
        109110, "Validation_DuplicateMessageKey", "The message key was used before, and was not sent again.");

    public static RecipientFault TooLarge(int bytes) => new(
        null,
        "RecipientTooLarge",
        $"The recipient alone needs {bytes} bytes; a request takes 4,000,000. Shorten its attributes.");
}
