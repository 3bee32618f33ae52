namespace McMessaging.Sandboxing.Errors;

/// <summary>A code of the service and its message.</summary>
internal readonly record struct ServiceError(int Code, string Message);
