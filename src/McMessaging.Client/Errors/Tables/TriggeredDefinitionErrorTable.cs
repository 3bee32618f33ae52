namespace McMessaging.Errors.Tables;

/// <summary>
/// What is wrong with an Email Studio triggered send definition, by the service's table 17000 to 17999. The names begin
/// with <c>TriggeredSendDefinition</c> except where the service's do not.
/// </summary>
internal static class TriggeredDefinitionErrorTable
{
    private const string InEmailStudio = "Correct it in the triggered send in Email Studio.";
    private const string InAccount = "Have the feature enabled for the account, or do without it.";
    private const string Support = "Try again; then contact Salesforce with the request id.";

    public static ErrorInfo[] Entries { get; } =
    [
        System(17000, "CanNotBeActivated", "It could not be started."),
        System(17001, "CanNotBeCanceled", "It could not be cancelled."),
        System(17002, "CanNotBeDeactivated", "It could not be paused."),
        System(17003, "CanNotBeUpdated", "It could not be changed."),
        System(17004, "CanNotBeDeleted", "It could not be deleted."),
        System(17005, "ContentCanNotBeRefreshed", "Its content could not be published again."),
        Of(17010, "ObjectIdOrCustomerKeyNotFound", "Neither an id nor a key of it was given."),
        Of(17011, "TriggeredSendTypeNotFound", "Its type is missing.", InEmailStudio, hasPrefix: false),
        Of(17012, "ObjectIDFound", "An id was given where there must be none.",
            "Leave the id out when you make a definition."),
        Of(17013, "EmailIDOrPartnerKeyNotFound", "It names no email."),
        Of(17014, "SendClassificationNotFound", "Its send classification is missing."),
        Of(17015, "NotFound", "There is no such definition.",
            "Check the key or id, and the business unit of the connection."),
        Of(17016, "EmailNotFound", "Its email does not exist."),
        Of(17017, "ListNotFound", "Its list does not exist."),
        Of(17018, "HeaderContentNotFound", "Its header does not exist."),
        Of(17019, "FooterContentNotFound", "Its footer does not exist."),
        Of(17020, "FromNameNotFound", "It has no sender name."),
        Of(17021, "FromAddressNotFound", "It has no sender address."),
        Of(17022, "ListRequired", "It needs a list."),
        Of(17023, "AutoAddOrAutoUpdateNotFound", "It does not say whether subscribers are added or updated."),
        Of(17024, "DeliverProfileHeaderContentNotFound", "The header of its delivery profile does not exist."),
        Of(17025, "DeliverProfileFooterContentNotFound", "The footer of its delivery profile does not exist."),
        Of(17100, "CustomerKeyInvalid", "Its key is invalid."),
        Of(17101, "NameInvalid", "Its name is invalid."),
        Of(17102, "EmailSubjectInvalid", "Its subject is invalid."),
        Of(17103, "EmailPartnerKeyInvalid", "The partner key of its email is invalid."),
        Of(17104, "ListPartnerKeyInvalid", "The partner key of its list is invalid."),
        Of(17105, "FromNameInvalid", "Its sender name is invalid."),
        Of(17106, "FromAddressInvalid", "Its sender address is invalid."),
        Of(17107, "KeywordInvalid", "Its keyword is invalid."),
        Of(17108, "BccEmailInvalid", "Its blind copy address is invalid."),
        Of(17110, "DynamicEmailSubjectInvalid", "Its dynamic subject is invalid."),
        Of(17111, "EmailInvalid", "Its email is invalid."),
        Of(17112, "InvalidPersonalizationString", "A personalization string in it is invalid.", InEmailStudio,
            hasPrefix: false),
        Of(17113, "SendWindowOpenInvalid", "The beginning of its send window is invalid."),
        Of(17114, "SendWindowCloseInvalid", "The end of its send window is invalid."),
        Of(17200, "SendSpeedGovernorNotEnabled", "The account has no send throttling.", InAccount, hasPrefix: false),
        Of(17201, "BCCEmailNotEnabled", "The account has no blind copies.", InAccount, hasPrefix: false),
        Of(17203, "MultiPartMimeNotEnabled", "The account has no multipart emails.", InAccount, hasPrefix: false),
        Of(17204, "DynamicContentNotEnabled", "The account has no dynamic content.", InAccount, hasPrefix: false),
        Of(17205,
            "AllSubscribersAccessNotEnabled", "The account may not use All Subscribers.", InAccount, hasPrefix: false),
    ];

    private static ErrorInfo System(int code, string name, string meaning) =>
        Of(code, name, meaning, Support, hasPrefix: true) with { RepeatHelps = RepeatHelps.Maybe };

    private static ErrorInfo Of(
        int code, string name, string meaning, string action = InEmailStudio, bool hasPrefix = true) => new(
        code,
        hasPrefix ? "TriggeredSendDefinition" + name : name,
        ErrorLevel.Triggered,
        ErrorChannels.Triggered,
        null,
        "Triggered send definition: " + char.ToLowerInvariant(meaning[0]) + meaning[1..],
        action,
        RepeatHelps.No);
}
