using McMessaging.Http;

namespace McMessaging.Retrying;

/// <summary>A request over all its attempts, and how it ended.</summary>
internal sealed class Exchange<TAnswer>
    where TAnswer : class, IRequestAnswer
{
    public ExchangeEnd End { get; set; }

    public TAnswer? Answer { get; set; }

    public int Attempts { get; set; }

    /// <summary>Whether an attempt may have been taken by the service without an answer that tells.</summary>
    public bool MayBeTaken { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int? Status { get; set; }

    public ApiError? Error { get; set; }

    public AttemptFault Fault { get; set; }

    /// <summary>What the last attempt came to, in words.</summary>
    public string Description { get; set; } = "not sent";

    /// <summary>What kept the request from getting a token, if that was it.</summary>
    public McException? Cause { get; set; }

    public string? RequestId => Answer?.RequestId ?? Error?.RequestId;
}
