namespace McMessaging.Errors;

/// <summary>Which kind of trouble an HTTP status is.</summary>
internal static class ErrorCategories
{
    public static McErrorCategory OfStatus(int status, McErrorCategory otherwise) => status switch
    {
        400 => McErrorCategory.InvalidData,
        401 => McErrorCategory.AuthenticationError,
        403 => McErrorCategory.PermissionDenied,
        404 => McErrorCategory.ObjectNotFound,
        408 => McErrorCategory.OperationTimeout,
        409 => McErrorCategory.ResourceExists,
        429 => McErrorCategory.LimitsExceeded,
        >= 500 => McErrorCategory.ResourceUnavailable,
        >= 200 and < 300 => McErrorCategory.ProtocolError,
        _ => otherwise,
    };
}
