using System.Globalization;

namespace McMessaging.Sandboxing.Errors;

/// <summary>The errors of send requests and their recipients.</summary>
internal static class MessageRefusals
{
    public const int DuplicateMessageKeyCode = 109110;

    public static ServiceError NoSubscribers { get; } =
        new(109102, "MCMS_UTM_Validation_NoSubscribers: The request names no recipient");

    public static ServiceError NoValidSubscribers { get; } =
        new(109103, "MCMS_UTM_Validation_NoValidSubscribers: No recipient of the request is valid");

    public static ServiceError MissingContactKey { get; } =
        new(109105, "MCMS_UTM_Validation_MissingRequiredField_subscriberKey: Invalid subscriber");

    public static ServiceError MissingTo { get; } =
        new(109106, "MCMS_UTM_Validation_MissingRequiredField_to: Invalid subscriber");

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
}
