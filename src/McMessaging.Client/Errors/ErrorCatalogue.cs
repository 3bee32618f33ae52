namespace McMessaging.Errors;

/// <summary>The names of the service's error codes.</summary>
internal static class ErrorCatalogue
{
    private const string Prefix = "MCMS_UTM_";

    private static readonly Dictionary<int, string> Names = new()
    {
        [10000] = "Validation",
        [10001] = "Validation_InvalidDataType",
        [10002] = "Validation_MissingRequiredField",
        [10003] = "Validation_IncorrectFormat",
        [10005] = "Validation_InvalidValue",
        [30000] = "Runtime",
        [30001] = "Runtime_InvalidOperation",
        [30003] = "Runtime_ObjectNotFound",
        [30004] = "ObjectAlreadyExists",
        [40000] = "Authentication",
        [40001] = "Authentication_NotAuthenticated",
        [50100] = "RateLimitExceeded",
        [50200] = "TemporarilyBlocked",
        [50300] = "ServiceUnavailable",
        [109001] = "ResponsesHasErrors",
        [109101] = "Validation_TooManySubscribers",
        [109102] = "Validation_NoSubscribers",
        [109103] = "Validation_NoValidSubscribers",
        [109104] = "Validation_MissingRequiredField_messageKey",
        [109105] = "Validation_MissingRequiredField_subscriberKey",
        [109106] = "Validation_MissingRequiredField_to",
        [109107] = "Validation_MissingRequiredField_definitionKey",
        [109108] = "Validation_InvalidValue_messageKey",
        [109109] = "Validation_InvalidValue_subscriberKey",
        [109110] = "Validation_DuplicateMessageKey",
        [109111] = "Validation_InvalidValue_definitionKey",
        [109112] = "Validation_InvalidValue_options",
        [109113] = "Validation_InvalidValue_autoAddSubscriber",
        [109114] = "Validation_InvalidValue_resubscribe",
        [109115] = "Validation_InvalidValue_keyword",
        [109116] = "Validation_InvalidValue_resubscribe_true_without_keyword_specified",
        [109120] = "Validation_MissingRequiredField_keyword",
        [109121] = "Validation_InvalidValue_to",
        [109122] = "Validation_UnknownFieldName",
        [109123] = "Validation_InvalidValue_classification_IncorrectType",
        [109124] = "Validation_email_does_not_pass_validation",
        [109125] = "Validation_InvalidValue_updateSubscriber",
        [180008] = "NoValidSubscribers",
    };

    private static readonly Dictionary<string, int> Codes = Names.ToDictionary(
        pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a code; failing that, the one that the message begins with.</summary>
    public static string? NameOf(int? code, string? message)
    {
        if (code is 0) return null;
        return code is { } known && Names.TryGetValue(known, out string? name) ? name : NameIn(message);
    }

    /// <summary>The code whose name a message begins with (<c>MCMS_UTM_NAME: text</c>).</summary>
    public static int? CodeOfMessage(string? message) =>
        NameIn(message) is { } name && Codes.TryGetValue(name, out int code) ? code : null;

    private static string? NameIn(string? message)
    {
        if (message is null || !message.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        // Only the name itself, whatever follows it: names are written to journals, and messages may hold data.
        string name = string.Concat(message.Skip(Prefix.Length).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        return name.Length > 0 ? name : null;
    }
}
