using McMessaging.Http;

namespace McMessaging.Endpoints;

/// <summary>An answer for the recipients of one request, in the order in which they were sent.</summary>
internal sealed class BatchResponse : IHasRequestId
{
    public string? RequestId { get; init; }

    /// <summary>The code of the whole answer: 0, 109001 where single recipients failed, else a refusal of the request.</summary>
    public int? ErrorCode { get; init; }

    public string? Message { get; init; }

    /// <summary>One item for each recipient; empty if the answer has none.</summary>
    public required IReadOnlyList<ResponseItem> Items { get; init; }
}

/// <summary>What an answer says of one recipient.</summary>
internal enum ItemStatus
{
    /// <summary>Nothing that can be told for certain.</summary>
    Missing,

    /// <summary>Taken.</summary>
    Taken,

    /// <summary>Refused, with a code or a name.</summary>
    Refused,
}

/// <summary>One item of an answer.</summary>
internal readonly record struct ResponseItem(
    ItemStatus Status, string? Key = null, int? Code = null, string? Name = null, string? Message = null, string? RecipientSendId = null);
