namespace McMessaging.Sandboxing;

/// <summary>A send request that was processed, as far as its messages need it to be shown.</summary>
internal sealed class ReceivedRequest(string path, string? fault, RequestFrame frame)
{
    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string Path => path;

    /// <summary>The fault that changed its response; null when there was none.</summary>
    public string? Fault => fault;

    /// <summary>The body around its recipients.</summary>
    public RequestFrame Frame => frame;

    /// <summary>The status of its response, whether that was sent or not.</summary>
    public int HttpStatus { get; set; }

    /// <summary>The error code of the response as a whole.</summary>
    public int ErrorCode { get; set; }

    /// <summary>The error of the response as a whole; null when there is none.</summary>
    public string? Error { get; set; }
}

/// <summary>What stands before and after the recipients in the body of a request.</summary>
internal sealed record RequestFrame(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After)
{
    /// <summary>A body with nothing around its recipient, or too much to be kept.</summary>
    public static RequestFrame None { get; } = new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty);

    public int Length => Before.Length + After.Length;
}

/// <summary>A recipient as it was sent, and the request that it came with.</summary>
internal sealed record MessageOrigin(ReceivedRequest Request, ReadOnlyMemory<byte> Recipient)
{
    /// <summary>What is longer is not kept.</summary>
    public const int LongestKept = 16 * 1024;

    /// <summary>The body of a request for this recipient alone; null when it was too long to be kept.</summary>
    public byte[]? Body() => Recipient.IsEmpty
        ? null
        : [.. Request.Frame.Before.Span, .. Recipient.Span, .. Request.Frame.After.Span];
}
