namespace McMessaging;

/// <summary>
/// An error of the service or of this client, with what a script needs to decide and what a person can do.
/// Its text holds no secret, token, address or attribute value.
/// </summary>
public sealed class McException : Exception
{
    private const int MaxLength = 2000;

    /// <summary>Makes an error. Its texts become one line each, whatever was quoted in them.</summary>
    /// <param name="errorId">A stable PascalCase phrase, e.g. <c>RequestFailed</c>.</param>
    /// <param name="category">The kind of trouble.</param>
    /// <param name="message">What happened.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="innerException">The cause, if it was an exception.</param>
    public McException(
        string errorId,
        McErrorCategory category,
        string message,
        string recommendedAction,
        Exception? innerException = null)
        : base(OneLine.Of(message, MaxLength), innerException)
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = OneLine.Of(recommendedAction, MaxLength);
    }

    /// <summary>A stable PascalCase phrase for scripts.</summary>
    public string ErrorId { get; }

    /// <summary>The kind of trouble.</summary>
    public McErrorCategory Category { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }

    /// <summary>The HTTP status, if there was a response.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The service's error code, if it gave one.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The service's id of the request, if it gave one.</summary>
    public string? RequestId { get; init; }
}
