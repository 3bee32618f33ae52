namespace McMessaging.Errors.Tables;

/// <summary>Responses to changes of send definitions, by the service's table of response level error codes.</summary>
internal static class DefinitionErrorTable
{
    private const string CorrectField = "Correct the field that the message names.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(10000, "Validation", 400, "The request did not pass the service's checks.", CorrectField),
        Of(10001, "Validation_InvalidDataType", 400, "A field has a value of the wrong type.", CorrectField),
        Of(10002, "Validation_MissingRequiredField", 400, "A required field is missing.",
            "Give the field that the message names."),
        Of(10003, "Validation_IncorrectFormat", 400, "A field is not written as it has to be.", CorrectField),
        Of(10005, "Validation_InvalidValue", 400, "A field has a value that is not allowed.", CorrectField),
        Of(30000, "Runtime", 400, "The service failed while it worked on the request.",
            "Try again later; then contact Salesforce with the request id.", RepeatHelps.Maybe),
        Of(30001, "Runtime_InvalidOperation", 400, "The operation is not allowed in the present state.",
            "Change the state first: a queue can be cleared only while its definition is inactive."),
        Of(30003, "Runtime_ObjectNotFound", 404, "What the request names does not exist.",
            "Check the key, the channel, and the business unit of the connection."),
        Of(30004, "Runtime_ObjectAlreadyExists", 409, "There is a definition with this key or name already.",
            "Use another key and name, or change the definition that exists."),
        Of(40000, "Authentication", 403, "The service could not establish who asks.",
            "Connect again with valid credentials."),
        Of(40001, "Authentication_NotAuthenticated", 403, "The request came without a valid token.",
            "Connect again with valid credentials."),
        Of(109107, "Validation_MissingRequiredField_definitionKey", null, "The definition key is missing.",
            "Give a definition key."),
        Of(109112, "Validation_InvalidValue_options", null, "The options have a value that is not allowed.",
            "Correct trackLinks, cc, bcc or createJourney."),
        Of(109113, "Validation_InvalidValue_autoAddSubscriber", null,
            "The value of autoAddSubscriber is neither true nor false.", "Give true or false."),
        Of(109114, "Validation_InvalidValue_resubscribe", null, "The value of resubscribe is neither true nor false.",
            "Give true or false."),
        Of(109115, "Validation_InvalidValue_keyword", null, "The keyword does not belong to the short code.",
            "Use a keyword of the short code, as MobileConnect lists them.", ErrorChannels.Sms),
        Of(109116, "Validation_InvalidValue_resubscribe_true_without_keyword_specified", null,
            "A resubscription needs a keyword, and there is none.",
            "Give the definition a keyword.", ErrorChannels.Sms),
        Of(109120, "Validation_MissingRequiredField_keyword", null, "The keyword is missing.",
            "Give the definition a keyword of its short code.", ErrorChannels.Sms),
        Of(109123, "Validation_InvalidValue_classification_IncorrectType", null,
            "The sending classification is not transactional.",
            "Use a transactional sending classification.", ErrorChannels.Email),
        Of(109124, "Validation_email_does_not_pass_validation", null, "The email asset does not pass validation.",
            "Open the asset in Content Builder, validate it, and correct what it reports.", ErrorChannels.Email),
        Of(109125, "Validation_InvalidValue_updateSubscriber", null,
            "The value of updateSubscriber is neither true nor false.", "Give true or false."),
    ];

    private static ErrorInfo Of(
        int code, string name, int? status, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.Response, ErrorChannels.Messages, status, meaning, action, repeat);

    private static ErrorInfo Of(
        int code, string name, int? status, string meaning, string action, MessageChannel[] channels) =>
        new(code, name, ErrorLevel.Response, channels, status, meaning, action, RepeatHelps.No);
}
