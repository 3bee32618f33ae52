using McMessaging.Retrying;

namespace McMessaging.Answers;

/// <summary>An answer for the recipients of one request, in the order in which they were sent.</summary>
internal sealed class BatchAnswer : IRequestAnswer
{
    public string? RequestId { get; init; }

    /// <summary>The code of the whole answer: 0, 109001 where single recipients failed, else a refusal of the request.</summary>
    public int? ErrorCode { get; init; }

    public string? Message { get; init; }

    /// <summary>One item for each recipient; empty if the answer has none.</summary>
    public required IReadOnlyList<AnswerItem> Items { get; init; }
}
