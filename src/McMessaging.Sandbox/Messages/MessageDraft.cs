using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>A message before it is known whether its key is free.</summary>
internal readonly record struct MessageDraft(
    string MessageKey,
    string? ContactKey,
    string? To,
    IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The recipient as it was sent; empty when it is too long to be kept.</summary>
    public ReadOnlyMemory<byte> Recipient { get; init; }

    /// <summary>What replaces the definition's text.</summary>
    public string? Text { get; init; }

    /// <summary>What is wrong with the recipient, whatever its key.</summary>
    public ServiceError? Error { get; init; }

    /// <summary>The code with which a fault leaves the message unsent though accepted.</summary>
    public int? NotSentCode { get; init; }

    /// <summary>Why the recipient is refused if its key is free; a taken key was accepted before.</summary>
    public ServiceError? Refusal { get; init; }
}
