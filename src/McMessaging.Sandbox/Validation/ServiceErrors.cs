using System.Globalization;

namespace McMessaging.Sandboxing.Validation;

/// <summary>The service's errors which the sandbox answers with.</summary>
internal static class ServiceErrors
{
    public const int DuplicateMessageKeyCode = 109110;

    public static ServiceError NotAuthorized { get; } = new(0, "Not Authorized");

    public static ServiceError InternalServerError { get; } = new(0, "Internal Server Error");

    public static ServiceError NotFound { get; } = new(0, "Not Found");

    public static ServiceError MethodNotAllowed { get; } = new(0, "Method Not Allowed");

    public static ServiceError UnsupportedMediaType { get; } =
        new(0, "Unsupported Media Type: the content type is application/json");

    public static ServiceError BodyTooLarge { get; } = new(0, "Request Entity Too Large: the body is limited to 4 MB");

    public static ServiceError WrongHost { get; } = new(0, "Misdirected Request: the host is not this sandbox");

    public static ServiceError RateLimitExceeded { get; } = new(50100, "Rate limit exceeded");

    public static ServiceError TemporarilyBlocked { get; } = new(50200, "Your requests are temporarily blocked.");

    public static ServiceError ServiceUnavailable { get; } = new(50300, "Service Unavailable");

    public static ServiceError NotJson { get; } =
        new(10003, "MCMS_UTM_Validation_IncorrectFormat: The request body is not valid JSON");

    public static ServiceError NoSubscribers { get; } =
        new(109102, "MCMS_UTM_Validation_NoSubscribers: The request names no recipient");

    public static ServiceError NoValidSubscribers { get; } =
        new(109103, "MCMS_UTM_Validation_NoValidSubscribers: No recipient of the request is valid");

    public static ServiceError MissingContactKey { get; } =
        new(109105, "MCMS_UTM_Validation_MissingRequiredField_subscriberKey: Invalid subscriber");

    public static ServiceError MissingTo { get; } =
        new(109106, "MCMS_UTM_Validation_MissingRequiredField_to: Invalid subscriber");

    public static ServiceError MissingDefinitionKey { get; } =
        new(109107, "MCMS_UTM_Validation_MissingRequiredField_definitionKey: A definition key is required");

    public static ServiceError InvalidMessageKey { get; } =
        new(109108, "MCMS_UTM_Validation_InvalidValue_messageKey: A message key is a text of up to 100 characters");

    public static ServiceError InvalidContactKey { get; } =
        new(109109, "MCMS_UTM_Validation_InvalidValue_subscriberKey: Invalid subscriber");

    public static ServiceError DuplicateMessageKey { get; } = new(
        DuplicateMessageKeyCode,
        "MCMS_UTM_Validation_DuplicateMessageKey: The message key was used within the last 72 hours");

    public static ServiceError UnknownDefinitionKey { get; } =
        new(109111, "MCMS_UTM_Validation_InvalidValue_definitionKey: There is no such definition");

    public static ServiceError InvalidResubscribe { get; } =
        new(109114, "MCMS_UTM_Validation_InvalidValue_resubscribe: The value is true or false");

    public static ServiceError InvalidTo { get; } =
        new(109121, "MCMS_UTM_Validation_InvalidValue_to: Invalid subscriber");

    public static ServiceError RefusedByFault { get; } =
        new(109121, "MCMS_UTM_Validation_InvalidValue_to: Invalid subscriber (a fault of the sandbox)");

    public static ServiceError NoValidTriggeredSubscriber { get; } =
        new(180008, "Unable to queue Triggered Send request. There are no valid subscribers.");

    public static ServiceError InvalidOrMissingToAddress { get; } = new(0, "InvalidOrMissingToAddress");

    public static ServiceError SandboxDefect(string exceptionType) =>
        new(0, $"Internal Server Error: a defect of the sandbox ({exceptionType})");

    public static ServiceError TooManySubscribers(int count, int limit) => new(
        109101,
        string.Create(
            CultureInfo.InvariantCulture,
            $"MCMS_UTM_Validation_TooManySubscribers: {count} recipients exceed the limit of {limit}"));

    public static ServiceError ResponsesHasErrors(int failed, int total) => new(
        109001,
        string.Create(
            CultureInfo.InvariantCulture,
            $"MCMS_UTM_ResponsesHasErrors: {failed} subscribers failed to queue out of {total}"));

    public static ServiceError UnknownFieldName(string channel, string? field) =>
        new(109122, $"MCMS_UTM_Validation_UnknownFieldName: Unrecognized {channel} field name '{field}'");

    public static ServiceError InvalidDataType(string field, string type) =>
        new(10001, $"MCMS_UTM_Validation_InvalidDataType: '{field}' must be {type}");

    public static ServiceError InvalidValue(string field, string rule) =>
        new(10005, $"MCMS_UTM_Validation_InvalidValue: '{field}' {rule}");

    public static ServiceError ObjectNotFound(string kind, string key) =>
        new(30003, $"FuelRuntime_ObjectNotFound: Unable to find {kind} {key}");
}
