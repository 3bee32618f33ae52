namespace McMessaging.Retrying;

internal interface IRequestAnswer
{
    /// <summary>The service's id of the request, if the answer names it.</summary>
    string? RequestId { get; }
}
