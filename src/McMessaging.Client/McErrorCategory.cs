namespace McMessaging;

/// <summary>What kind of trouble an error is; the names are PowerShell's error categories.</summary>
public enum McErrorCategory
{
    /// <summary>An argument or option is wrong.</summary>
    InvalidArgument,

    /// <summary>The data of a recipient is wrong (400, rejected recipients).</summary>
    InvalidData,

    /// <summary>An operation was asked for that the current state forbids.</summary>
    InvalidOperation,

    /// <summary>The credentials or the token were refused (401).</summary>
    AuthenticationError,

    /// <summary>The credentials lack a permission (403).</summary>
    PermissionDenied,

    /// <summary>What was named does not exist (404).</summary>
    ObjectNotFound,

    /// <summary>What was to be made exists (409).</summary>
    ResourceExists,

    /// <summary>No response within the time limit.</summary>
    OperationTimeout,

    /// <summary>The service's rate limit was hit (429).</summary>
    LimitsExceeded,

    /// <summary>The service is unavailable (5xx).</summary>
    ResourceUnavailable,

    /// <summary>The service could not be reached.</summary>
    ConnectionError,

    /// <summary>The response could not be read.</summary>
    ProtocolError,

    /// <summary>The run was stopped before this was done.</summary>
    OperationStopped,

    /// <summary>A file could not be opened.</summary>
    OpenError,

    /// <summary>A file could not be written.</summary>
    WriteError,

    /// <summary>A file is in use by another process.</summary>
    ResourceBusy,

    /// <summary>None of the others: what nobody foresaw.</summary>
    NotSpecified,
}
