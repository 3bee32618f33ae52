namespace McMessaging.Sandboxing.Errors;

/// <summary>The whole request is refused with a status and an error.</summary>
internal sealed class RequestRefusedException : Exception
{
    public RequestRefusedException(int status, ServiceError error)
        : base(error.Message)
    {
        Status = status;
        Error = error;
    }

    public RequestRefusedException(ServiceError error)
        : this(400, error)
    {
    }

    public int Status { get; }

    public ServiceError Error { get; }
}
