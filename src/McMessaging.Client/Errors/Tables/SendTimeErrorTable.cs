namespace McMessaging.Errors.Tables;

/// <summary>
/// Why a message was not sent: what happened while it was built and sent, by the service's table of subscriber error
/// codes (100 to 141 and 1000 to 1040).
/// </summary>
internal static class SendTimeErrorTable
{
    private const string LeaveOut = "Leave the recipient out.";
    private const string CheckContent = "Check the content with this recipient's attributes.";
    private const string CheckData = "Check the data that the content reads for this recipient.";
    private const string CorrectAddress = "Correct the address.";
    private const string Support = "Contact Salesforce with the message key.";
    private const string Again = "Send again with a new message key.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(100, "Error", "The email could not be built.", CheckContent),
        Of(101, "Failure", "The email could not be sent.", Support),
        Of(102, "Excluded", "A filter at send time excluded the subscriber.",
            "Check the exclusion script of the definition."),
        Of(103, "MessageBuildError", "The message could not be built.", CheckContent),
        Of(104, "RecursiveScriptError", "A script in the content refers to itself without end.", "Correct the script."),
        Of(105, "InvalidSendTimeDataError", "The data for the send is not valid XML.", Support),
        Of(106, "MissingSendDataExtensionSourceRowError",
            "The row of the subscriber in the source data extension is missing.", CheckData),
        Of(107, "MissingSubscriberDataError", "The row of the subscriber among the members is missing.", Support),
        Of(108, "MissingListSubscriberDataError", "The row of the subscriber in the list is missing.", Support),
        Of(109, "MissingSubscriberKeyError", "The contact key is missing.", "Give a contact key."),
        Of(110, "InvalidEmailAddressError", "The email address is invalid.", CorrectAddress),
        Of(111, "ScriptRaiseError", "A script in the content excluded the subscriber with RaiseError.", CheckContent),
        Of(112, "EmptyHTTPGetReturnError", "A page that the content reads with HTTPGet was empty.", CheckData),
        Of(113, "EmptyHTTPGetFunctionReturnError", "A page that a function of the content reads was empty.", CheckData),
        Of(114, "MissingSFIDError", "The Salesforce id of the subscriber is missing.", CheckData),
        Of(115, "MissingSFDataError", "The Salesforce data of the subscriber is missing.", CheckData),
        Of(116, "MissingSFSubscriberDataError", "The subscriber's row of Salesforce data is missing.", CheckData),
        Of(117, "CouldNotResolveSecureEmailToken",
            "The token that stands for the secured address could not be resolved.", CheckData),
        Of(118, "GlobalUnsub", "The address has unsubscribed everywhere.", LeaveOut),
        Of(119, "PartnerUnsub", "The address has unsubscribed with a partner.", LeaveOut),
        Of(120, "ListDetectiveExclusion", "List Detective excluded the address.", CorrectAddress),
        Of(121, "ProcessedByPairedMember", "The other one of two paired jobs processed the subscriber.", "Nothing."),
        Of(122, "SMTPFileNotFound", "The file with the message is missing.", Support),
        Of(123, "SMTPFileIOError", "The file with the message cannot be read.", Support),
        Of(124, "SMTPFileFormatError", "The file with the message is malformed.", Support),
        Of(125, "DecryptionFailed", "An encrypted field of the data extension could not be decrypted.", CheckData),
        Of(126, "MessageVolumeLimitExceeded", "The account has sent as many emails as its contract allows.",
            "Ask Salesforce for more volume."),
        Of(127, "EmptySubject", "The subject is empty for this subscriber.", CheckContent),
        Of(128, "ResolvedEmailBodyTooShort", "The body is too short for this subscriber.", CheckContent),
        Of(129, "PhoneNumberValidationFailed", "The mobile number is invalid.",
            "Correct the number: digits with the country code."),
        Of(130,
            "PayloadExceedsMaximum", "The message is larger than allowed.", "Shorten the content or the attributes."),
        Of(131, "LinkDataExceedsMaximumSize", "The links of the message take more than 256 KB.",
            "Use fewer or shorter links."),
        Of(132, "InvalidCCEmailAddressError", "The copy address is invalid for this subscriber.",
            "Correct the definition's cc."),
        Of(133, "InvalidBCCEmailAddressError", "The blind copy address is invalid for this subscriber.",
            "Correct the definition's bcc."),
        Of(134, "SubscriberDeleted", "The contact is being deleted.", LeaveOut),
        Of(135, "RestrictedForProcessing", "The contact is restricted for data privacy.", LeaveOut),
        Of(136, "SubscriberKeyMismatch", "The contact key is not the one in the data extension.",
            "Correct the contact key."),
        Of(137, "SubscriberIDMismatch", "The contact's subscriber id is not the one in the data extension.",
            "Correct the contact key."),
        Of(138, "ExceededExpirationPolicy", "The message is older than the expiration policy allows.", Again,
            RepeatHelps.Maybe),
        Of(139, "TimedoutInQueue", "The message waited too long in the queue.", Again, RepeatHelps.Maybe),
        Of(140, "UnverifiedFromEmailAddress", "The sender's address is not verified.",
            "Verify the sender's address or domain."),
        Of(141, "V2TriggeredSendDeletedFromQueue", "The queue was cleared before the message was sent.", Again,
            RepeatHelps.Maybe),
        Of(1000, "UnsubscribedList", "The subscriber has unsubscribed from the list.", LeaveOut),
        Of(1010, "UnsubscribedMaster", "The subscriber has unsubscribed from All Subscribers.", LeaveOut),
        Of(1020, "UnsubscribedGlobal", "The subscriber has unsubscribed from all of Marketing Cloud.", LeaveOut),
        Of(1030, "Held", "The subscriber is held: earlier messages bounced.", LeaveOut),
        Of(1040, "Deleted", "The subscriber was deleted.", LeaveOut),
    ];

    private static ErrorInfo Of(
        int code, string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.Subscriber, ErrorChannels.Messages, null, meaning, action, repeat);
}
