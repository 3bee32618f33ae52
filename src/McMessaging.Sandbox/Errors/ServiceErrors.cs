namespace McMessaging.Sandboxing.Errors;

/// <summary>The errors with which any request may be refused.</summary>
internal static class ServiceErrors
{
    public static ServiceError NotAuthorized { get; } = new(0, "Not Authorized");

    public static ServiceError InternalServerError { get; } = new(0, "Internal Server Error");

    public static ServiceError InsufficientPrivileges { get; } =
        new(20002, "Insufficient privileges: the token lacks the permission that this operation needs");

    public static ServiceError SeveralErrors { get; } =
        new(10006, "MCMS_UTM_Validation: The request has several errors; see validationErrors");

    public static ServiceError NotFound { get; } = new(0, "Not Found");

    public static ServiceError MethodNotAllowed { get; } = new(0, "Method Not Allowed");

    public static ServiceError UnsupportedMediaType { get; } =
        new(0, "Unsupported Media Type: the content type is application/json");

    public static ServiceError BodyTooLarge { get; } = new(0, "Request Entity Too Large: the body is limited to 4 MB");

    public static ServiceError NotHttp { get; } = new(0, "Bad Request: this is no HTTP request");

    public static ServiceError WrongHost { get; } = new(0, "Misdirected Request: the host is not this sandbox");

    public static ServiceError InboxKeyNeeded { get; } = new(0, "Forbidden: the key of the inbox's address is needed");

    public static ServiceError RateLimitExceeded { get; } = new(50100, "Rate limit exceeded");

    public static ServiceError TemporarilyBlocked { get; } = new(50200, "Your requests are temporarily blocked.");

    public static ServiceError ServiceUnavailable { get; } = new(50300, "Service Unavailable");

    public static ServiceError NotJson { get; } =
        new(10003, "MCMS_UTM_Validation_IncorrectFormat: The request body is not valid JSON");

    public static ServiceError SandboxDefect(string exceptionType) =>
        new(0, $"Internal Server Error: a defect of the sandbox ({exceptionType})");

    public static ServiceError NotUnicode { get; } =
        new(10003, "MCMS_UTM_Validation_IncorrectFormat: The address of the request is not Unicode text");

    public static ServiceError Quoting(string request) =>
        new(10000, $"MCMS_UTM_Validation: The request was not understood: {request}");

    public static ServiceError UnknownFieldName(string channel, string? field) =>
        new(109122, $"MCMS_UTM_Validation_UnknownFieldName: Unrecognized {channel} field name '{field}'");

    public static ServiceError MissingRequiredField(string field) =>
        new(10002, $"MCMS_UTM_Validation_MissingRequiredField: '{field}' is required");

    public static ServiceError InvalidDataType(string field, string type) =>
        new(10001, $"MCMS_UTM_Validation_InvalidDataType: '{field}' must be {type}");

    public static ServiceError InvalidValue(string field, string rule) =>
        new(10005, $"MCMS_UTM_Validation_InvalidValue: '{field}' {rule}");

    public static ServiceError ObjectNotFound(string kind, string key) =>
        new(30003, $"FuelRuntime_ObjectNotFound: Unable to find {kind} {key}");
}
