using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging.Requests;

/// <summary>A request over all its attempts, and how it ended.</summary>
internal sealed class RequestResult<TResponse>
    where TResponse : class, IHasRequestId
{
    public RequestEnd End { get; set; }

    public TResponse? Response { get; set; }

    public int Attempts { get; set; }

    /// <summary>Whether an attempt may have been taken by the service without a response that tells.</summary>
    public bool MayBeTaken { get; set; }

    /// <summary>When the first attempt began.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public int? Status { get; set; }

    public ApiError? Error { get; set; }

    /// <summary>Whether the words of a refusal hold a piece of the request, so that no one may read them.</summary>
    public bool IsRefusalHidden { get; set; }

    public TransportError Fault { get; set; }

    /// <summary>What the last attempt came to, in words.</summary>
    public string Description { get; set; } = "not sent";

    /// <summary>What kept the request from getting a token, if that was it.</summary>
    public McException? Cause { get; set; }

    public void EndWith(RequestEnd end, McException? cause = null)
    {
        End = end;
        Cause = cause;
        if (cause is not null)
        {
            Description = end == RequestEnd.RateLimited && Attempts > 0
                ? $"{Description.TrimEnd('.')}. {cause.Message}"
                : cause.Message;
        }
    }

    public void EndWithoutToken(TokenUnavailableException exception) =>
        EndWith(exception.IsRefusal ? RequestEnd.Unauthorized : RequestEnd.NoToken, exception.Error);

    public string? RequestId => ServiceId.Of(Response?.RequestId ?? Error?.RequestId);
}

/// <summary>How a request ended, after all its attempts.</summary>
internal enum RequestEnd
{
    /// <summary>A readable response.</summary>
    Completed,

    /// <summary>Refused for good, with a status that says why.</summary>
    Refused,

    /// <summary>The token was refused, and so was every other that could be had.</summary>
    Unauthorized,

    /// <summary>No retry is left, or none is allowed.</summary>
    GaveUp,

    /// <summary>
    /// The service asked for a longer wait than a request may take, or its rate limit used up the time. Nothing else
    /// need be tried before that wait is over.
    /// </summary>
    RateLimited,

    /// <summary>
    /// The authentication host gave no token in the time that a request may take, and did not refuse one either. No
    /// other request would fare better now.
    /// </summary>
    NoToken,

    /// <summary>The caller stopped, or the run cannot go on.</summary>
    Stopped,
}
