using McMessaging.Errors;
using McMessaging.Http;

namespace McMessaging.Endpoints;

/// <summary>A response for the recipients of one request, in the order in which they were sent.</summary>
internal sealed class BatchResponse : IHasRequestId
{
    public string? RequestId { get; init; }

    /// <summary>
    /// The code of the whole response: 0, 109001 where single recipients failed, else a refusal of the request.
    /// </summary>
    public int? ErrorCode { get; init; }

    public string? Message { get; init; }

    /// <summary>Whether its code refuses the request, not only some of its recipients.</summary>
    public bool IsRefusal => ErrorCode is not (null or 0 or ServiceCodes.ResponsesHasErrors);

    public string? Refusal => IsRefusal ? Message : null;

    /// <summary>One item for each recipient; empty if the response has none.</summary>
    public required IReadOnlyList<ResponseItem> Items { get; init; }

    /// <summary>Whether it says that something was refused: by its code, or by its words.</summary>
    public bool TellsOfErrors { get; init; }

    /// <summary>Whether some were refused, but no item says who.</summary>
    public bool ContradictsItself => TellsOfErrors && Items.All(item => item.Status != ItemStatus.Refused);
}

/// <summary>What a response says of one recipient.</summary>
internal enum ItemStatus
{
    /// <summary>Nothing that can be told for certain.</summary>
    Missing,

    /// <summary>Taken.</summary>
    Taken,

    /// <summary>Refused, with a code or a name.</summary>
    Refused,
}

/// <summary>One item of a response.</summary>
internal readonly record struct ResponseItem(
    ItemStatus Status,
    string? Key = null,
    int? Code = null,
    string? Name = null,
    string? Message = null,
    string? RecipientSendId = null);
