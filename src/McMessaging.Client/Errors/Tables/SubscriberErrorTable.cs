namespace McMessaging.Errors.Tables;

/// <summary>
/// Why a message was not sent: the subscriber, by the service's table of subscriber error codes (1 to 43).
/// </summary>
internal static class SubscriberErrorTable
{
    private const string LeaveOut = "Leave the recipient out.";
    private const string CorrectAddress = "Correct the email address.";
    private const string CorrectKey = "Correct the contact key.";
    private const string CorrectAttributes = "Correct the recipient's attributes.";
    private const string CorrectFields = "Correct the attributes that go into the definition's data extension.";
    private const string CheckUnit = "Check the business unit of the connection.";
    private const string Support = "Contact Salesforce with the message key.";
    private const string Again = "Send again with a new message key.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(1, "Unsubscribed", "The subscriber has unsubscribed.", LeaveOut),
        Of(2, "Held", "The subscriber is held: earlier messages bounced.",
            "Check the address; release the subscriber if it is right."),
        Of(3, "PartnerUnsubscribed", "The subscriber has unsubscribed in a partner's system.", LeaveOut),
        Of(4, "MissingEmailAddress", "The subscriber has no email address.", "Give an email address."),
        Of(5, "InvalidEmailAddress", "The email address is invalid.", CorrectAddress),
        Of(6, "DuplicateEmail", "Another subscriber of the request has the same email address.",
            "Send to each address once."),
        Of(7, "InvalidSubscriberIDProvided", "The subscriber id is invalid.", CorrectKey),
        Of(8, "MissingSubscriberID", "There is neither a contact key nor a subscriber id.", "Give a contact key."),
        Of(9, "MissingOwnerID", "The id of the business unit is missing.", CheckUnit),
        Of(10, "MissingRequiredAttributes", "A required attribute of the subscriber is missing.", CorrectAttributes),
        Of(11, "NoAllSubscribersListEntry", "The subscriber is not on the account's All Subscribers list.",
            "Let the definition add subscribers, or add this one."),
        Of(12, "InvalidOwnerIDProvided", "The business unit does not belong to the enterprise.", CheckUnit),
        Of(13, "SubscriberKeyMismatch", "The account has another contact key for this subscriber.", CorrectKey),
        Of(14, "EmailAddressMismatch", "The account has another email address for this subscriber.", CorrectAddress),
        Of(15, "UnspecifiedError", "The subscriber did not pass validation.", Support),
        Of(16, "InvalidAttributeValue", "An attribute has a value of the wrong type.", CorrectAttributes),
        Of(17, "AttributeValueMaxLengthErr", "An attribute is longer than the account allows.", CorrectAttributes),
        Of(18, "InvalidAttributeValueCount", "There are more or fewer attributes than expected.", CorrectAttributes),
        Of(19, "MissingRequiredFields", "A required field of the data extension is missing.", CorrectFields),
        Of(20, "InvalidFieldValue", "A field of the data extension has a value of the wrong type.", CorrectFields),
        Of(21, "DuplicateDataExtensionRow", "The data extension has a row with this primary key.",
            "Give the definition a data extension without a primary key."),
        Of(22, "DataExtensionInsertFailed", "The data extension did not take the row.", CorrectFields),
        Of(23, "DomainExclusion", "The domain of the address is on an exclusion list.", LeaveOut),
        Of(24, "ListDetectiveExclusion", "List Detective excluded the address.",
            "Correct the address, or leave the recipient out."),
        Of(25, "SubscriberBlackedOut", "The subscriber takes no email now; the service sends it later.",
            "Wait; a second message would reach the subscriber, too."),
        Of(26, "BuildEmailError", "The email could not be built for this subscriber.",
            "Check the content with this recipient's attributes."),
        Of(27, "SuppressionListExclusion", "The subscriber is on a suppression list.", LeaveOut),
        Of(28, "OptOutListExclusion", "The subscriber is on an opt-out list.", LeaveOut),
        Of(29, "MissingSubscriberKeyValue", "The contact key is empty.", "Give a contact key."),
        Of(30, "SubscriberKeyTooLong", "The contact key is too long.", "Use a shorter contact key."),
        Of(31, "ListLevelOptOut", "The subscriber has unsubscribed from the list.", LeaveOut),
        Of(32, "MissingSendGroupID", "The send group of the subscriber is missing.", Support),
        Of(33, "AccountLevelOptOut", "The subscriber has unsubscribed from everything in the account.", LeaveOut),
        Of(34, "MissingMessageFileName", "The file with the subscriber's message has no name.", Support),
        Of(35, "InvalidEmailAddressID", "The address of a subscriber under data privacy could not be found.", Support),
        Of(36, "InvalidBusinessUnit", "The subscriber does not pass the filter of the business unit.", CheckUnit),
        Of(37, "QueuedTransactionDeleted", "The message was deleted from the queue.", Again, RepeatHelps.Maybe),
        Of(38, "InvalidSalesforceID",
            "The contact key looks like a 15-character Salesforce id, which is ambiguous where case is ignored.",
            "Use the 18-character Salesforce id as the contact key."),
        Of(39,
            "SubscriberQueueCleared", "The queue was cleared before the message was sent.", Again, RepeatHelps.Maybe),
        Of(40, "SubscriberDeleted", "The contact was deleted and cannot be added again.", LeaveOut),
        Of(41, "DuplicateSubscriber", "The subscriber got the same send a short while ago.",
            "Nothing, if it is the same message."),
        Of(42, "RestrictedForProcessing", "The contact is restricted for data privacy.", LeaveOut),
        Of(43, "SubscriberRequestExpired", "The message waited too long and expired.", Again, RepeatHelps.Maybe),
    ];

    private static ErrorInfo Of(
        int code, string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.Subscriber, ErrorChannels.Messages, null, meaning, action, repeat);
}
